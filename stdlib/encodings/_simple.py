"""What the codecs of this package share: a codec made of two functions."""

import codecs


def make(name, encode, decode, *, text=True, partial=None):
    """The CodecInfo of an encoder and a decoder that have no state. `text` says whether they are between text and
    bytes, and not bytes or text on both sides. `partial` decodes what may not be all: with a third argument, whether
    it is the end."""

    class Codec(codecs.Codec):
        def encode(self, input, errors="strict"):
            return encode(input, errors)

        def decode(self, input, errors="strict"):
            return decode(input, errors)

    class IncrementalEncoder(codecs.IncrementalEncoder):
        def encode(self, input, final=False):
            return encode(input, self.errors)[0]

    if partial:
        class IncrementalDecoder(codecs.BufferedIncrementalDecoder):
            _buffer_decode = staticmethod(partial)
    else:
        class IncrementalDecoder(codecs.IncrementalDecoder):
            def decode(self, input, final=False):
                return decode(input, self.errors)[0]

    class StreamWriter(Codec, codecs.StreamWriter):
        charbuffertype = str if text else bytes

    class StreamReader(Codec, codecs.StreamReader):
        charbuffertype = str if text else bytes
        if partial:
            decode = staticmethod(partial)

    return codecs.CodecInfo(encode, decode, StreamReader, StreamWriter, IncrementalEncoder, IncrementalDecoder, name,
                            _is_text_encoding=text)
