"""Builders of files as citizens send them, and as attackers do."""

import struct
import zipfile
import zlib
from io import BytesIO

from PIL import Image
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

PLACE = 0x8825  # the tag under which a photo remembers where it was taken
ORIENTATION = 0x0112
SECRET_PLACE = "Stationsplein, thuis bij Anna"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MACRO_TYPE = "application/vnd.ms-word.document.macroEnabled.main+xml"


def create_image(kind="JPEG", size=(60, 40), mode="RGB", **saving):
    """Return a picture that is red on the left and blue on the right."""
    image = Image.new(mode, size, "red")
    image.paste(Image.new(mode, (size[0] // 2, size[1]), "blue"), (size[0] // 2, 0))
    return _saved(image, kind, **saving)


def create_photo(kind="JPEG", orientation=6):
    """Return a picture that lies on its side and tells where it was taken."""
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif[0x010E] = SECRET_PLACE
    exif.get_ifd(PLACE).update({1: "N", 2: (52.0, 22.0, 15.0), 3: "E", 4: (5.0, 13.0, 2.0)})
    return create_image(kind, exif=exif.tobytes())


def create_pdf(extra=b""):
    return b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n" + extra + b"\nstartxref\n9\n%%EOF\n"


def create_docx(document_type=WORD_TYPE, members=()):
    types = f'<Types><Override PartName="/word/document.xml" ContentType="{document_type}"/></Types>'
    return create_zip({"[Content_Types].xml": types, "word/document.xml": "<w/>", **dict(members)})


def create_odt(members=()):
    mimetype = "application/vnd.oasis.opendocument.text"
    return create_zip({"mimetype": mimetype, "content.xml": "<x/>", **dict(members)})


def create_zip(members):
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return written.getvalue()


def create_ole(*parts):
    """Return an OLE container as Word 97 made them, as far as anyone looks into it."""
    names = b"".join((part + "\0").encode("utf-16-le").ljust(128, b"\0") for part in parts)
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + names


def create_png_bomb(width, height):
    """Return a few bytes that claim to be an enormous picture."""
    header = struct.pack("!IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(b"\0" * 100_000)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(map(_chunk, chunks))


def opened(content):
    """Return the picture in a file."""
    return Image.open(BytesIO(content))


def _chunk(named):
    name, data = named
    return struct.pack("!I", len(data)) + name + data + struct.pack("!I", zlib.crc32(name + data))


def _saved(image, kind, **saving):
    written = BytesIO()
    image.save(written, kind, **saving)
    return written.getvalue()


def create_form(content, name="brief.pdf", **fields):
    """Return a form as a browser sends it; the test client would write a large one to a temporary file."""
    boundary, body = encode_multipart({"file": FileStorage(BytesIO(content), name), **fields})
    return {"data": body, "content_type": f"multipart/form-data; boundary={boundary}"}
