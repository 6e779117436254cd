"""Photos lose everything but the picture, and keep the picture."""

from importlib import import_module

import pytest

from bot.gateway.files.images import LONGEST_SIDE, rewrite
from bot.gateway.files.kinds import JPEG, PNG, WEBP
from bot.gateway.problems import ProblemError
from tests.gateway.evidence import PLACE, SECRET_PLACE, create_image, create_photo, opened

KINDS = [pytest.param("JPEG", JPEG), pytest.param("PNG", PNG), pytest.param("WEBP", WEBP)]


@pytest.mark.parametrize(("form", "kind"), KINDS)
def test_rewrite_removes_where_and_by_what_it_was_taken(form, kind):
    photo = create_photo(form)
    assert opened(photo).getexif().get_ifd(PLACE)
    assert SECRET_PLACE.encode() in photo

    rewritten = rewrite(photo, kind)

    assert not opened(rewritten).getexif()
    assert SECRET_PLACE.encode() not in rewritten
    assert opened(rewritten).format == form


def test_rewrite_refuses_half_a_picture_also_after_a_copy_was_made():
    """WeasyPrint has all pictures of the process read with their missing half in grey."""
    import_module("weasyprint.images")
    half = create_image("PNG", size=(900, 900))[:-60]

    with pytest.raises(ProblemError) as error:
        rewrite(half, PNG)

    assert error.value.code == "file_broken"


@pytest.mark.parametrize(("form", "kind"), KINDS)
def test_rewrite_turns_the_picture_upright_first(form, kind):
    upright = opened(rewrite(create_photo(form, orientation=6), kind)).convert("RGB")

    assert upright.size == (40, 60)
    top, bottom = upright.getpixel((20, 5)), upright.getpixel((20, 55))
    assert top[0] > 200 > top[2]
    assert bottom[2] > 200 > bottom[0]


@pytest.mark.parametrize(
    ("kind", "hidden"),
    [
        pytest.param(JPEG, create_image(comment=b"kanarie"), id="comment"),
        pytest.param(JPEG, create_image(icc_profile=b"kanarie" * 30), id="colour profile"),
        pytest.param(JPEG, create_image(xmp=b"kanarie"), id="XMP"),
        pytest.param(JPEG, create_image() + b"PK\x03\x04 kanarie <script>", id="a second file behind it"),
        pytest.param(PNG, create_image("PNG") + b"<html>kanarie", id="a web page behind it"),
        pytest.param(PNG, create_image("PNG", icc_profile=b"kanarie" * 30), id="PNG profile"),
        pytest.param(WEBP, create_image("WEBP", xmp=b"kanarie"), id="WebP XMP"),
    ],
)
def test_rewrite_leaves_nothing_that_is_not_picture(kind, hidden):
    rewritten = rewrite(hidden, kind)

    assert b"kanarie" not in rewritten
    assert opened(rewritten).info.keys() <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "loop",
                                             "background", "timestamp", "duration"}  # fmt: skip


@pytest.mark.parametrize(
    ("form", "mode", "kind"),
    [
        ("JPEG", "CMYK", JPEG),
        ("JPEG", "L", JPEG),
        ("PNG", "RGBA", PNG),
        ("PNG", "P", PNG),
        ("PNG", "1", PNG),
        ("PNG", "LA", PNG),
        ("PNG", "I;16", PNG),
        ("WEBP", "RGBA", WEBP),
    ],
)
def test_rewrite_takes_every_mode_that_cameras_and_scanners_use(form, mode, kind):
    colour = 40_000 if mode == "I;16" else "red"
    source = create_image_of(mode, colour, form)

    assert opened(rewrite(source, kind)).size == (60, 40)


def create_image_of(mode, colour, form):
    from io import BytesIO

    from PIL import Image

    written = BytesIO()
    Image.new(mode, (60, 40), colour).save(written, form)
    return written.getvalue()


def test_rewrite_keeps_grey_of_sixteen_bits():
    rewritten = opened(rewrite(create_image_of("I;16", 40_000, "PNG"), PNG))

    assert rewritten.getpixel((5, 5)) == 40_000 // 256


@pytest.mark.parametrize(("form", "kind"), KINDS)
def test_rewrite_makes_a_large_picture_fit(form, kind):
    rewritten = opened(rewrite(create_image(form, size=(6_000, 3_000)), kind))

    assert rewritten.size == (LONGEST_SIDE, LONGEST_SIDE // 2)


def test_rewrite_is_the_same_each_time():
    """A file that is sent again after a lost answer is recognised by its content."""
    assert rewrite(create_photo(), JPEG) == rewrite(create_photo(), JPEG)
