"""Codecs: named ways from text to bytes, from bytes to text, and between bytes."""

import builtins
import sys
from _codecs import native_decode, native_encode, native_name

__all__ = [
    "register", "lookup", "open", "EncodedFile", "BOM", "BOM_BE", "BOM_LE", "BOM32_BE", "BOM32_LE", "BOM64_BE",
    "BOM64_LE", "BOM_UTF8", "BOM_UTF16", "BOM_UTF16_LE", "BOM_UTF16_BE", "BOM_UTF32", "BOM_UTF32_LE", "BOM_UTF32_BE",
    "CodecInfo", "Codec", "IncrementalEncoder", "IncrementalDecoder", "StreamReader", "StreamWriter",
    "StreamReaderWriter", "StreamRecoder", "getencoder", "getdecoder", "getincrementalencoder",
    "getincrementaldecoder", "getreader", "getwriter", "encode", "decode", "iterencode", "iterdecode",
    "strict_errors", "ignore_errors", "replace_errors", "xmlcharrefreplace_errors", "backslashreplace_errors",
    "namereplace_errors", "register_error", "lookup_error",
]

BOM_UTF8 = b"\xef\xbb\xbf"
BOM_LE = BOM_UTF16_LE = b"\xff\xfe"
BOM_BE = BOM_UTF16_BE = b"\xfe\xff"
BOM_UTF32_LE = b"\xff\xfe\x00\x00"
BOM_UTF32_BE = b"\x00\x00\xfe\xff"
if sys.byteorder == "little":
    BOM = BOM_UTF16 = BOM_UTF16_LE
    BOM_UTF32 = BOM_UTF32_LE
else:
    BOM = BOM_UTF16 = BOM_UTF16_BE
    BOM_UTF32 = BOM_UTF32_BE
BOM32_LE = BOM_UTF16_LE
BOM32_BE = BOM_UTF16_BE
BOM64_LE = BOM_UTF32_LE
BOM64_BE = BOM_UTF32_BE


class CodecInfo(tuple):
    """What a codec consists of: the tuple (encoder, decoder, stream reader, stream writer), with all by name."""

    _is_text_encoding = True

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None,
                incrementaldecoder=None, name=None, *, _is_text_encoding=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name = name
        self.encode = encode
        self.decode = decode
        self.incrementalencoder = incrementalencoder
        self.incrementaldecoder = incrementaldecoder
        self.streamwriter = streamwriter
        self.streamreader = streamreader
        if _is_text_encoding is not None:
            self._is_text_encoding = _is_text_encoding
        return self

    def __repr__(self):
        kind = type(self)
        return f"<{kind.__module__}.{kind.__qualname__} object for encoding {self.name} at {id(self):#x}>"

    def __getnewargs__(self):
        return tuple(self)


class Codec:
    """Base of codecs without state."""

    def encode(self, input, errors="strict"):
        """The encoded input and how much of it was consumed."""
        raise NotImplementedError

    def decode(self, input, errors="strict"):
        """The decoded input and how much of it was consumed."""
        raise NotImplementedError


class IncrementalEncoder:
    """Encodes what comes in pieces."""

    def __init__(self, errors="strict"):
        self.errors = errors
        self.buffer = ""

    def encode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        """Forgets what came before."""

    def getstate(self):
        return 0

    def setstate(self, state):
        """Goes back to a state that `getstate` gave."""


class BufferedIncrementalEncoder(IncrementalEncoder):
    """Keeps the input that cannot be encoded before more comes; subclasses define `_buffer_encode`."""

    def __init__(self, errors="strict"):
        IncrementalEncoder.__init__(self, errors)
        self.buffer = ""

    def _buffer_encode(self, input, errors, final):
        raise NotImplementedError

    def encode(self, input, final=False):
        data = self.buffer + input
        result, consumed = self._buffer_encode(data, self.errors, final)
        self.buffer = data[consumed:]
        return result

    def reset(self):
        IncrementalEncoder.reset(self)
        self.buffer = ""

    def getstate(self):
        return self.buffer or 0

    def setstate(self, state):
        self.buffer = state or ""


class IncrementalDecoder:
    """Decodes what comes in pieces."""

    def __init__(self, errors="strict"):
        self.errors = errors

    def decode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        """Forgets what came before."""

    def getstate(self):
        return (b"", 0)

    def setstate(self, state):
        """Goes back to a state that `getstate` gave."""


class BufferedIncrementalDecoder(IncrementalDecoder):
    """Keeps the bytes that cannot be decoded before more come; subclasses define `_buffer_decode`."""

    def __init__(self, errors="strict"):
        IncrementalDecoder.__init__(self, errors)
        self.buffer = b""

    def _buffer_decode(self, input, errors, final):
        raise NotImplementedError

    def decode(self, input, final=False):
        data = self.buffer + input
        result, consumed = self._buffer_decode(data, self.errors, final)
        self.buffer = data[consumed:]
        return result

    def reset(self):
        IncrementalDecoder.reset(self)
        self.buffer = b""

    def getstate(self):
        return (self.buffer, 0)

    def setstate(self, state):
        self.buffer = state[0]


class StreamWriter(Codec):
    """Writes text to a stream of bytes."""

    def __init__(self, stream, errors="strict"):
        self.stream = stream
        self.errors = errors

    def write(self, object):
        data, _ = self.encode(object, self.errors)
        self.stream.write(data)

    def writelines(self, list):
        self.write("".join(list))

    def reset(self):
        """Brings the codec back to its first state."""

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        if whence == 0 and offset == 0:
            self.reset()

    def __getattr__(self, name, getattr=getattr):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()

    def __reduce_ex__(self, proto):
        raise TypeError("can't serialize %s" % self.__class__.__name__)


class StreamReader(Codec):
    """Reads text from a stream of bytes."""

    charbuffertype = str

    def __init__(self, stream, errors="strict"):
        self.stream = stream
        self.errors = errors
        self.bytebuffer = b""
        self._empty_charbuffer = self.charbuffertype()
        self.charbuffer = self._empty_charbuffer
        self.linebuffer = None

    def decode(self, input, errors="strict"):
        raise NotImplementedError

    def read(self, size=-1, chars=-1, firstline=False):
        """Reads about `size` bytes, or `chars` characters, or all; with `firstline`, an error after the first line is
        put off."""
        if self.linebuffer:
            self.charbuffer = self._empty_charbuffer.join(self.linebuffer)
            self.linebuffer = None
        if chars < 0:
            chars = size
        while True:
            if chars >= 0 and len(self.charbuffer) >= chars:
                break
            new = self.stream.read() if size < 0 else self.stream.read(size)
            data = self.bytebuffer + new
            if not data:
                break
            try:
                text, consumed = self.decode(data, self.errors)
            except UnicodeDecodeError as exc:
                if not firstline:
                    raise
                text, consumed = self.decode(data[:exc.start], self.errors)
                if len(text.splitlines(keepends=True)) <= 1:
                    raise
            self.bytebuffer = data[consumed:]
            self.charbuffer += text
            if not new:
                break
            if size < 0:
                break
        if chars < 0:
            result = self.charbuffer
            self.charbuffer = self._empty_charbuffer
        else:
            result = self.charbuffer[:chars]
            self.charbuffer = self.charbuffer[chars:]
        return result

    def readline(self, size=None, keepends=True):
        """One line of the input; `size` is how many bytes to read at a time."""
        if self.linebuffer:
            line = self.linebuffer.pop(0)
            if len(self.linebuffer) == 1:
                # The last piece goes back to the other buffer.
                self.charbuffer = self.linebuffer[0]
                self.linebuffer = None
            return line if keepends else line.splitlines(keepends=False)[0]
        step = size or 72
        line = self._empty_charbuffer
        while True:
            data = self.read(step, firstline=True)
            if isinstance(data, str) and data.endswith("\r") or isinstance(data, bytes) and data.endswith(b"\r"):
                # Perhaps the first half of a line's end.
                data += self.read(size=1, chars=1)
            line += data
            lines = line.splitlines(keepends=True)
            if len(lines) > 1:
                line = lines.pop(0)
                if len(lines) > 1:
                    lines[-1] += self.charbuffer
                    self.linebuffer = lines
                    self.charbuffer = None
                else:
                    self.charbuffer = lines[0] + self.charbuffer
                return line if keepends else line.splitlines(keepends=False)[0]
            if lines:
                whole, bare = lines[0], lines[0].splitlines(keepends=False)[0]
                if whole != bare:
                    return whole if keepends else bare
            if not data or size is not None:
                if line and not keepends:
                    line = line.splitlines(keepends=False)[0]
                return line
            step = min(step * 2, 8000)

    def readlines(self, sizehint=None, keepends=True):
        return self.read().splitlines(keepends)

    def reset(self):
        self.bytebuffer = b""
        self.charbuffer = self._empty_charbuffer
        self.linebuffer = None

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reset()

    def __next__(self):
        line = self.readline()
        if line:
            return line
        raise StopIteration

    def __iter__(self):
        return self

    def __getattr__(self, name, getattr=getattr):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()

    def __reduce_ex__(self, proto):
        raise TypeError("can't serialize %s" % self.__class__.__name__)


class StreamReaderWriter:
    """A reader and a writer over one stream."""

    encoding = "unknown"

    def __init__(self, stream, Reader, Writer, errors="strict"):
        self.stream = stream
        self.reader = Reader(stream, errors)
        self.writer = Writer(stream, errors)
        self.errors = errors

    def read(self, size=-1):
        return self.reader.read(size)

    def readline(self, size=None, keepends=True):
        return self.reader.readline(size, keepends)

    def readlines(self, sizehint=None, keepends=True):
        return self.reader.readlines(sizehint, keepends)

    def __next__(self):
        return next(self.reader)

    def __iter__(self):
        return self

    def write(self, data):
        return self.writer.write(data)

    def writelines(self, list):
        return self.writer.writelines(list)

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reader.reset()
        if whence == 0 and offset == 0:
            self.writer.reset()

    def __getattr__(self, name, getattr=getattr):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()

    def __reduce_ex__(self, proto):
        raise TypeError("can't serialize %s" % self.__class__.__name__)


class StreamRecoder:
    """A stream of bytes in one encoding over a stream of bytes in another."""

    data_encoding = "unknown"
    file_encoding = "unknown"

    def __init__(self, stream, encode, decode, Reader, Writer, errors="strict"):
        self.stream = stream
        self.encode = encode
        self.decode = decode
        self.reader = Reader(stream, errors)
        self.writer = Writer(stream, errors)
        self.errors = errors

    def read(self, size=-1):
        return self.encode(self.reader.read(size), self.errors)[0]

    def readline(self, size=None):
        data = self.reader.readline() if size is None else self.reader.readline(size)
        return self.encode(data, self.errors)[0]

    def readlines(self, sizehint=None):
        return self.encode(self.reader.read(), self.errors)[0].splitlines(keepends=True)

    def __next__(self):
        return self.encode(next(self.reader), self.errors)[0]

    def __iter__(self):
        return self

    def write(self, data):
        return self.writer.write(self.decode(data, self.errors)[0])

    def writelines(self, list):
        return self.writer.write(self.decode(b"".join(list), self.errors)[0])

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        self.reader.seek(offset, whence)
        self.writer.seek(offset, whence)

    def __getattr__(self, name, getattr=getattr):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()

    def __reduce_ex__(self, proto):
        raise TypeError("can't serialize %s" % self.__class__.__name__)


# The codecs that are built in.

def _native(encoding, name):
    """The codec that is built in under a name."""

    def encode(input, errors="strict", /):
        return native_encode(encoding, input, errors), len(input)

    def decode(input, errors="strict", final=True, /):
        return native_decode(encoding, input, errors, final)

    class IncrementalEncoder(globals()["IncrementalEncoder"]):
        __doc__ = None

        def __init__(self, errors="strict"):
            super().__init__(errors)
            self._encoding = encoding

        def encode(self, input, final=False):
            result = native_encode(self._encoding, input, self.errors)
            # A mark comes before the first piece only.
            if name in _MARKS and input:
                self._encoding = _MARKS[name][0][1]
            return result

        def reset(self):
            self._encoding = encoding

        def getstate(self):
            if name not in _MARKS or self._encoding != encoding:
                return 0
            return 1 if name == "utf-8-sig" else 2

        def setstate(self, state):
            self._encoding = encoding if state or name not in _MARKS else _MARKS[name][0][1]

    class IncrementalDecoder(BufferedIncrementalDecoder):
        __doc__ = None

        def __init__(self, errors="strict"):
            super().__init__(errors)
            self._encoding = None if name in _MARKS else encoding

        def _buffer_decode(self, input, errors, final):
            skipped = 0
            if self._encoding is None:
                marks = _MARKS[name]
                for mark, behind in marks:
                    if input.startswith(mark):
                        self._encoding, skipped = behind, len(mark)
                        break
                else:
                    if name != "utf-8-sig":
                        text, consumed = native_decode(marks[0][1], input, errors, final)
                        if consumed >= len(marks[0][0]):
                            raise UnicodeDecodeError(name, input, 0, len(marks[0][0]), "Stream does not start with BOM")
                        return text, consumed
                    if not final and len(input) < 3 and BOM_UTF8.startswith(input):
                        return "", 0
                    self._encoding = marks[0][1]
            text, consumed = native_decode(self._encoding, input[skipped:], errors, final)
            return text, skipped + consumed

        def reset(self):
            super().reset()
            self._encoding = None if name in _MARKS else encoding

        def getstate(self):
            # The usual codec is 0, the next one 1; none yet is the number behind them.
            known = [behind for _, behind in _MARKS.get(name, ())]
            place = known.index(self._encoding) if self._encoding in known else len(known)
            return self.buffer, place

        def setstate(self, state):
            super().setstate(state)
            if name in _MARKS:
                known = [behind for _, behind in _MARKS[name]]
                self._encoding = known[state[1]] if state[1] < len(known) else None

    class StreamWriter(globals()["StreamWriter"]):
        __doc__ = None

        def __init__(self, stream, errors="strict"):
            super().__init__(stream, errors)
            self._encoder = IncrementalEncoder(errors)

        def encode(self, input, errors="strict"):
            self._encoder.errors = errors
            return self._encoder.encode(input), len(input)

        def reset(self):
            self._encoder.reset()

    class StreamReader(globals()["StreamReader"]):
        __doc__ = None

        def __init__(self, stream, errors="strict"):
            super().__init__(stream, errors)
            self._decoder = IncrementalDecoder(errors)

        def decode(self, input, errors="strict"):
            return self._decoder._buffer_decode(input, errors, False)

        def reset(self):
            super().reset()
            self._decoder.reset()

    module = "encodings." + name.replace("-", "_")
    for made in (IncrementalEncoder, IncrementalDecoder, StreamWriter, StreamReader):
        made.__module__ = module
        made.__qualname__ = made.__name__
    return CodecInfo(encode, decode, StreamReader, StreamWriter, IncrementalEncoder, IncrementalDecoder, name)


# Of codecs with a mark at the beginning: the marks and the codecs behind them, the usual one first.
_MARKS = {
    "utf-8-sig": [(BOM_UTF8, "utf-8")],
    "utf-16": [(BOM_UTF16_LE, "utf-16-le"), (BOM_UTF16_BE, "utf-16-be")],
    "utf-32": [(BOM_UTF32_LE, "utf-32-le"), (BOM_UTF32_BE, "utf-32-be")],
}


# The registry.

_search_path = []
_cache = {}


def register(search_function, /):
    """Register a codec search function.

    Search functions are expected to take one argument, the encoding name in
    all lower case letters, and either return None, or a tuple of functions
    (encoder, decoder, stream_reader, stream_writer) (or a CodecInfo object)."""
    if not callable(search_function):
        raise TypeError("argument must be callable")
    _search_path.append(search_function)


def unregister(search_function, /):
    """Unregister a codec search function and clear the registry's cache.

    If the search function is not registered, do nothing."""
    if search_function in _search_path:
        _search_path.remove(search_function)
        _cache.clear()


def _find(encoding):
    """The codec of a name, or None."""
    normal = "".join(c if ord(c) < 128 and (c.isalnum() or c == ".") else "_" for c in encoding.lower())
    found = _cache.get(normal)
    if found is not None:
        return found
    name = native_name(encoding)
    if name is not None:
        found = _native(encoding, name)
    else:
        from encodings import search_function
        for search in (search_function, *_search_path):
            found = search(normal)
            if found is not None:
                if not isinstance(found, tuple) or len(found) != 4:
                    raise TypeError("codec search functions must return 4-tuples")
                if not isinstance(found, CodecInfo):
                    found = CodecInfo(*found)
                break
        else:
            return None
    _cache[normal] = found
    return found


def lookup(encoding, /):
    """Looks up a codec tuple in the Python codec registry and returns a CodecInfo object."""
    if not isinstance(encoding, str):
        raise TypeError(f"lookup() argument must be str, not {_kind(encoding)}")
    if "\0" in encoding:
        raise ValueError("embedded null character")
    found = _find(encoding)
    if found is None:
        raise LookupError(f"unknown encoding: {encoding}")
    return found


def _kind(object):
    return "None" if object is None else type(object).__name__


def encode(obj, encoding="utf-8", errors="strict"):
    """Encodes obj using the codec registered for encoding.

    The default encoding is 'utf-8'.  errors may be given to set a
    different error handling scheme.  Default is 'strict' meaning that encoding
    errors raise a ValueError.  Other possible values are 'ignore', 'replace'
    and 'backslashreplace' as well as any other name registered with
    codecs.register_error that can handle ValueErrors."""
    codec = _argument("encode", encoding, errors)
    try:
        result = codec.encode(obj, errors)
    except Exception as error:
        error.add_note(f"encoding with '{encoding}' codec failed")
        raise
    if not isinstance(result, tuple) or len(result) != 2:
        raise TypeError("encoder must return a tuple (object, integer)")
    return result[0]


def decode(obj, encoding="utf-8", errors="strict"):
    """Decodes obj using the codec registered for encoding.

    Default encoding is 'utf-8'.  errors may be given to set a
    different error handling scheme.  Default is 'strict' meaning that encoding
    errors raise a ValueError.  Other possible values are 'ignore', 'replace'
    and 'backslashreplace' as well as any other name registered with
    codecs.register_error that can handle ValueErrors."""
    codec = _argument("decode", encoding, errors)
    try:
        result = codec.decode(obj, errors)
    except Exception as error:
        error.add_note(f"decoding with '{encoding}' codec failed")
        raise
    if not isinstance(result, tuple) or len(result) != 2:
        raise TypeError("decoder must return a tuple (object,integer)")
    return result[0]


def _argument(function, encoding, errors):
    for name, value in (("encoding", encoding), ("errors", errors)):
        if not isinstance(value, str):
            raise TypeError(f"{function}() argument '{name}' must be str, not {_kind(value)}")
    return lookup(encoding)


def getencoder(encoding):
    """The encoder function of an encoding."""
    return lookup(encoding).encode


def getdecoder(encoding):
    """The decoder function of an encoding."""
    return lookup(encoding).decode


def getincrementalencoder(encoding):
    """The IncrementalEncoder class of an encoding."""
    encoder = lookup(encoding).incrementalencoder
    if encoder is None:
        raise LookupError(encoding)
    return encoder


def getincrementaldecoder(encoding):
    """The IncrementalDecoder class of an encoding."""
    decoder = lookup(encoding).incrementaldecoder
    if decoder is None:
        raise LookupError(encoding)
    return decoder


def getreader(encoding):
    """The StreamReader class of an encoding."""
    return lookup(encoding).streamreader


def getwriter(encoding):
    """The StreamWriter class of an encoding."""
    return lookup(encoding).streamwriter


def iterencode(iterator, encoding, errors="strict", **kwargs):
    """Encodes the strings of an iterator, piece by piece."""
    encoder = getincrementalencoder(encoding)(errors, **kwargs)
    for input in iterator:
        output = encoder.encode(input)
        if output:
            yield output
    output = encoder.encode("", True)
    if output:
        yield output


def iterdecode(iterator, encoding, errors="strict", **kwargs):
    """Decodes the bytes of an iterator, piece by piece."""
    decoder = getincrementaldecoder(encoding)(errors, **kwargs)
    for input in iterator:
        output = decoder.decode(input)
        if output:
            yield output
    output = decoder.decode(b"", True)
    if output:
        yield output


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    """Opens a file whose text is read and written through a codec; the file itself is binary."""
    if encoding is not None and "b" not in mode:
        mode = mode + "b"
    file = builtins.open(filename, mode, buffering)
    if encoding is None:
        return file
    try:
        info = lookup(encoding)
        made = StreamReaderWriter(file, info.streamreader, info.streamwriter, errors)
        made.encoding = encoding
        return made
    except:
        file.close()
        raise


def EncodedFile(file, data_encoding, file_encoding=None, errors="strict"):
    """A stream of bytes in `data_encoding` over a file in `file_encoding`."""
    if file_encoding is None:
        file_encoding = data_encoding
    data = lookup(data_encoding)
    below = lookup(file_encoding)
    made = StreamRecoder(file, data.encode, data.decode, below.streamreader, below.streamwriter, errors)
    made.data_encoding = data_encoding
    made.file_encoding = file_encoding
    return made


# Error handlers.

def _part(exception):
    return exception.object[exception.start:exception.end]


def _unsupported(exception):
    raise TypeError(f"don't know how to handle {type(exception).__name__} in error callback")


def strict_errors(exception, /):
    """Implements the 'strict' error handling, which raises a UnicodeError on coding errors."""
    if isinstance(exception, Exception):
        raise exception
    raise TypeError("codec must pass exception instance")


def ignore_errors(exception, /):
    """Implements the 'ignore' error handling, which ignores malformed data and continues."""
    if isinstance(exception, (UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError)):
        return "", exception.end
    _unsupported(exception)


def replace_errors(exception, /):
    """Implements the 'replace' error handling, which replaces malformed data with a replacement marker."""
    if isinstance(exception, UnicodeEncodeError):
        return "?" * len(_part(exception)), exception.end
    if isinstance(exception, UnicodeDecodeError):
        return "\ufffd", exception.end
    if isinstance(exception, UnicodeTranslateError):
        return "\ufffd" * len(_part(exception)), exception.end
    _unsupported(exception)


def xmlcharrefreplace_errors(exception, /):
    """Implements the 'xmlcharrefreplace' error handling, which replaces an unencodable character with the
    appropriate XML character reference."""
    if isinstance(exception, UnicodeEncodeError):
        return "".join(f"&#{ord(c)};" for c in _part(exception)), exception.end
    _unsupported(exception)


def backslashreplace_errors(exception, /):
    """Implements the 'backslashreplace' error handling, which replaces malformed data with a backslashed escape
    sequence."""
    if isinstance(exception, UnicodeDecodeError):
        return "".join(f"\\x{byte:02x}" for byte in _part(exception)), exception.end
    if isinstance(exception, (UnicodeEncodeError, UnicodeTranslateError)):
        return _part(exception).encode("ascii", "backslashreplace").decode("ascii"), exception.end
    _unsupported(exception)


def namereplace_errors(exception, /):
    """Implements the 'namereplace' error handling, which replaces an unencodable character with a \\N{...} escape
    sequence."""
    if isinstance(exception, UnicodeEncodeError):
        return _part(exception).encode("ascii", "namereplace").decode("ascii"), exception.end
    _unsupported(exception)


def _surrogateescape(exception, /):
    if isinstance(exception, UnicodeEncodeError):
        escaped = []
        for c in _part(exception):
            if not 0xdc80 <= ord(c) <= 0xdcff:
                break
            escaped.append(ord(c) - 0xdc00)
        if not escaped:
            raise exception
        return bytes(escaped), exception.start + len(escaped)
    if isinstance(exception, UnicodeDecodeError):
        escaped = ""
        for byte in _part(exception)[:4]:
            if byte < 128:
                break
            escaped += chr(0xdc00 + byte)
        if not escaped:
            raise exception
        return escaped, exception.start + len(escaped)
    _unsupported(exception)


def _surrogatepass(exception, /):
    if isinstance(exception, UnicodeEncodeError):
        try:
            return _part(exception).encode(exception.encoding, "surrogatepass"), exception.end
        except UnicodeEncodeError:
            raise exception from None
    if isinstance(exception, UnicodeDecodeError):
        width = {"utf-8": 3, "utf-16": 2, "utf-32": 4}.get(exception.encoding[:6].rstrip("-"), 0)
        try:
            text = exception.object[exception.start:exception.start + width].decode(exception.encoding, "surrogatepass")
        except UnicodeDecodeError:
            text = ""
        if len(text) != 1 or not 0xd800 <= ord(text) <= 0xdfff:
            raise exception
        return text, exception.start + width
    _unsupported(exception)


# Handlers that programs registered; those built in are known below.
_handlers = {}

_built_in = {
    "strict": strict_errors,
    "ignore": ignore_errors,
    "replace": replace_errors,
    "xmlcharrefreplace": xmlcharrefreplace_errors,
    "backslashreplace": backslashreplace_errors,
    "namereplace": namereplace_errors,
    "surrogateescape": _surrogateescape,
    "surrogatepass": _surrogatepass,
}


def register_error(errors, handler, /):
    """Register the specified error handler under the name errors.

    handler must be a callable object, that
    will be called with an exception instance containing
    information about the location of the encoding/decoding
    error and must return a (replacement, new position) tuple."""
    if not isinstance(errors, str):
        raise TypeError(f"register_error() argument 1 must be str, not {_kind(errors)}")
    if not callable(handler):
        raise TypeError("handler must be callable")
    _handlers[errors] = handler


def lookup_error(name, /):
    """lookup_error(errors) -> handler

    Return the error handler for the specified error handling name or raise a
    LookupError, if no handler exists under this name."""
    if not isinstance(name, str):
        raise TypeError(f"lookup_error() argument must be str, not {_kind(name)}")
    found = _handlers.get(name) or _built_in.get(name)
    if found is None:
        raise LookupError(f"unknown error handler name '{name}'")
    return found


# Codecs as functions, and codecs by maps of characters.

def _functions():
    space = globals()
    names = ["utf_8", "utf_16", "utf_16_le", "utf_16_be", "utf_32", "utf_32_le", "utf_32_be", "latin_1", "ascii",
             "unicode_escape", "raw_unicode_escape"]
    for name in names:

        def encode(str, errors=None, /, *, name=name):
            return native_encode(name, str, errors), len(str)

        def decode(data, errors=None, final=None, /, *, name=name):
            if final is None:
                final = "escape" in name
            return native_decode(name, data, errors, final)

        for verb, function in (("encode", encode), ("decode", decode)):
            function.__name__ = function.__qualname__ = f"{name}_{verb}"
            function.__kwdefaults__ = {"name": name}
            space[function.__name__] = function

    for name, marks in (("utf_16", (BOM_UTF16_LE, BOM_UTF16_BE)), ("utf_32", (BOM_UTF32_LE, BOM_UTF32_BE))):

        def decode(data, errors=None, byteorder=0, final=False, /, *, name=name, marks=marks):
            skipped = 0
            if byteorder == 0:
                for order, mark in zip((-1, 1), marks):
                    if data.startswith(mark):
                        byteorder, skipped = order, len(mark)
            order = "_be" if byteorder > 0 else "_le"
            text, consumed = native_decode(name + order, data[skipped:], errors, final)
            return text, skipped + consumed, int(byteorder)

        decode.__name__ = decode.__qualname__ = f"{name}_ex_decode"
        decode.__kwdefaults__ = {"name": name, "marks": marks}
        space[decode.__name__] = decode


_functions()
del _functions


def charmap_build(map, /):
    """The map for `charmap_encode` of a string that has the character of every byte at its place."""
    return {ord(c): place for place, c in enumerate(map) if c != "\ufffe"}


def make_identity_dict(rng):
    """A dictionary that maps every item to itself."""
    return {i: i for i in rng}


def make_encoding_map(decoding_map):
    """A decoding map turned around; characters that several bytes stand for cannot be encoded."""
    made = {}
    for key, value in decoding_map.items():
        made[value] = None if value in made else key
    return made


def charmap_encode(str, errors=None, mapping=None, /):
    """Encodes text with a map from code points to bytes."""
    if mapping is None:
        return native_encode("latin-1", str, errors), len(str)
    result = []
    place = 0

    def encoded(c):
        try:
            value = mapping[ord(c)]
        except LookupError:
            return None
        if isinstance(value, int):
            if not 0 <= value < 256:
                raise TypeError("character mapping must be in range(256)")
            return bytes([value])
        if value is None or isinstance(value, bytes):
            return value
        raise TypeError(f"character mapping must return integer, bytes or None, not {type(value).__name__}")

    while place < len(str):
        piece = encoded(str[place])
        if piece is not None:
            result.append(piece)
            place += 1
            continue
        end = place + 1
        while end < len(str) and encoded(str[end]) is None:
            end += 1
        error = UnicodeEncodeError("charmap", str, place, end, "character maps to <undefined>")
        replacement, place = lookup_error(errors or "strict")(error)
        if isinstance(replacement, bytes):
            result.append(replacement)
            continue
        for c in replacement:
            piece = encoded(c)
            if piece is None:
                raise error
            result.append(piece)
    return b"".join(result), len(str)


def charmap_decode(data, errors=None, mapping=None, /):
    """Decodes bytes with a string or a map from bytes to characters."""
    if mapping is None:
        return native_decode("latin-1", data, errors)
    result = []
    place = 0
    while place < len(data):
        try:
            value = mapping[data[place]]
        except LookupError:
            value = None
        if isinstance(value, int):
            if not 0 <= value <= 0x10ffff:
                raise TypeError("character mapping must be in range(0x110000)")
            value = chr(value)
        elif value is not None and not isinstance(value, str):
            raise TypeError("character mapping must return integer, None or str")
        if value is None or value == "\ufffe":
            error = UnicodeDecodeError("charmap", data, place, place + 1, "character maps to <undefined>")
            value, place = lookup_error(errors or "strict")(error)
        else:
            place += 1
        result.append(value)
    return "".join(result), len(data)


def escape_encode(data, errors=None, /):
    """Bytes as they stand in a literal."""
    if not isinstance(data, bytes):
        raise TypeError(f"escape_encode() argument 1 must be bytes, not {type(data).__name__}")
    return repr(b'"' + data)[3:-1].encode("ascii"), len(data)


def escape_decode(data, errors=None, /):
    """Bytes with the escapes of a literal replaced."""
    if isinstance(data, str):
        data = data.encode()
    simple = {10: b"", 34: b'"', 39: b"'", 92: b"\\", 97: b"\a", 98: b"\b", 102: b"\f", 110: b"\n", 114: b"\r",
              116: b"\t", 118: b"\v"}
    digits = b"0123456789abcdefABCDEF"
    result = []
    place = 0
    while place < len(data):
        start = data.find(b"\\", place)
        if start < 0:
            result.append(data[place:])
            break
        result.append(data[place:start])
        if start + 1 == len(data):
            raise ValueError("Trailing \\ in string")
        letter = data[start + 1]
        place = start + 2
        if letter in simple:
            result.append(simple[letter])
        elif 48 <= letter < 56:
            end = start + 1
            while end < start + 4 and end < len(data) and 48 <= data[end] < 56:
                end += 1
            result.append(bytes([int(data[start + 1:end], 8) & 255]))
            place = end
        elif letter == 120:
            pair = data[place:place + 2]
            if len(pair) == 2 and pair[0] in digits and pair[1] in digits:
                result.append(bytes([int(pair, 16)]))
                place += 2
            elif errors in (None, "strict"):
                raise ValueError(f"invalid \\x escape at position {start}")
            elif errors in ("ignore", "replace"):
                if errors == "replace":
                    result.append(b"?")
                if pair and pair[0] in digits:
                    place += 1
            else:
                raise ValueError(f"decoding error; unknown error handling code: {errors}")
        else:
            import warnings
            warnings.warn(f"invalid escape sequence '\\{chr(letter)}'", DeprecationWarning, stacklevel=2)
            result.append(data[start:place])
    return b"".join(result), len(data)


def readbuffer_encode(data, errors=None, /):
    """Bytes as they are; text as UTF-8."""
    result = data.encode() if isinstance(data, str) else bytes(data)
    return result, len(result)


def _lazy_attribute(name):
    if name in ("utf_7_encode", "utf_7_decode"):
        from encodings import utf_7
        return getattr(utf_7, name)
    return NotImplemented
