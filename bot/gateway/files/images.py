"""Photos are drawn anew: what is not picture (place, camera, hidden data) does not come along."""

import warnings
from io import BytesIO

from PIL import Image, ImageFile, ImageOps

from bot.gateway.files.kinds import JPEG, PNG, WEBP, FileKind
from bot.gateway.problems import ProblemError
from bot.gateway.queues import Queue

# A JPEG can be read at half its size, so it may be as large as phones make them.
MOST_PIXELS = {JPEG: 50_000_000, PNG: 25_000_000, WEBP: 25_000_000}
LONGEST_SIDE = 4096
# Pillow's name per kind, and how it is written. Some cameras put two pictures in a JPEG (MPO).
_FORMATS = {JPEG: ("JPEG", "MPO"), PNG: ("PNG",), WEBP: ("WEBP",)}
_QUALITY: dict[FileKind, dict[str, int]] = {
    JPEG: {"quality": 90},
    WEBP: {"quality": 90, "method": 2},
}
# A large photo takes hundreds of megabytes while it is open; one at a time keeps the gateway small.
_queue = Queue()

# Pillow looks before it opens, but only warns of a picture that is up to twice too large.
Image.MAX_IMAGE_PIXELS = MOST_PIXELS[JPEG]
warnings.filterwarnings("error", category=Image.DecompressionBombWarning)


def rewrite(content: bytes, kind: FileKind) -> bytes:
    """Return the picture upright and without metadata, at most LONGEST_SIDE wide and high.

    Raises ProblemError when it is no sound picture, or when too many others are being drawn.
    """
    with _queue.turn():
        try:
            return _written(_upright(content, kind), kind)
        except (Image.DecompressionBombError, Image.DecompressionBombWarning):
            raise ProblemError("image_too_large") from None
        except Exception:  # noqa: BLE001 - decoders raise whatever broken input makes of them
            raise ProblemError("file_broken") from None


def _upright(content: bytes, kind: FileKind) -> Image.Image:
    ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint sets it for everyone once it is loaded
    image = Image.open(BytesIO(content), formats=_FORMATS[kind])
    if image.width * image.height > MOST_PIXELS[kind]:
        raise Image.DecompressionBombError
    scale = LONGEST_SIDE / max(image.size)
    image.draft(None, (int(image.width * scale), int(image.height * scale)))
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    image.load()
    ImageOps.exif_transpose(image, in_place=True)
    return image


def _written(image: Image.Image, kind: FileKind) -> bytes:
    bare = _plain(image, kind)
    bare.info.clear()  # some writers look here for comments and profiles
    written = BytesIO()
    bare.save(written, _FORMATS[kind][0], **_QUALITY.get(kind, {}))
    return written.getvalue()


def _plain(image: Image.Image, kind: FileKind) -> Image.Image:
    """Return the picture in a mode that every format and every viewer knows."""
    if image.mode.startswith("I"):  # 16 bits of grey, as scanners make them
        return image.point(lambda value: value * (1 / 256), "L")
    if kind is not JPEG and image.has_transparency_data:
        return image.convert("RGBA")
    return image.convert("L" if image.mode in ("1", "L", "LA") else "RGB")
