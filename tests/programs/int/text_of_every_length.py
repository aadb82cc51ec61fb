# Digits of ints of every length both ways, in the bases that are made word by word.
for length in list(range(1, 60, 7)) + [63, 64, 65, 127, 128, 129, 400, 1279, 1280, 1281, 1345, 1700]:
    for number in (2**length - 1, 10 ** (length // 3), -(3**length) // 2):
        for show in (str, hex, oct, bin):
            text = show(number)
            assert int(text, 10 if show is str else 0) == number, (show, number)
        assert f"{number:x}" == hex(number).replace("0x", "")
        assert f"{number:,}".replace(",", "") == str(number)
    print(length, str(number)[:12], str(number)[-12:], hex(number)[-8:], len(oct(number)), len(bin(number)))
for digits in (1, 7, 8, 9, 17, 18, 19, 20, 38, 39, 299, 300, 301):
    text = ("1234567890" * 40)[:digits]
    number = int(text)
    assert str(number) == text and int("-" + text) == -number and int(" +" + text + "\n") == number
    assert int("000" + text) == number
    assert int("_".join(text)) == number
    for place in (0, digits // 2, digits - 1):
        for wrong in "/:.x a\xb2":
            bad = text[:place] + wrong + text[place + 1 :]
            try:
                int(bad)
                assert wrong == " " and bad.strip() != bad, bad
            except ValueError as error:
                if digits in (8, 19):
                    print(error)
print(int("٣" * 25), int("0" * 300), int(b"12345678901234567890123"), int("0x" + "f" * 40, 16))
