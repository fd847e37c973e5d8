"""Writes characters.tsv from Python's own character data: python3 characters.py > characters.tsv"""
import unicodedata


def classes(character):
    found = []
    if character.isspace():
        found.append("space")
    if character.isalpha():
        found.append("letter")
    if character.isupper():
        found.append("upper")
    if character.isdigit():
        found.append("digit")
    if character.isdecimal():
        found.append("decimal")
    if character.isalnum() or character == "_":
        found.append("word")
    return " ".join(found)


runs = []
for point in range(0x110000):
    names = "" if 0xD800 <= point < 0xE000 else classes(chr(point))
    if runs and runs[-1][2] == names and runs[-1][1] == point - 1:
        runs[-1][1] = point
    else:
        runs.append([point, point, names])
print("# Character classes that the model's word features and patterns use, as runs of code points, both ends included.")
print("# They are narrower than those of Rust's char: a letter has general category L, a digit has Numeric_Type Digit or Decimal,")
print("# a word character is alphanumeric or the underscore.")
print(f"# origin: Unicode {unicodedata.unidata_version} character data, read with characters.py beside this file")
print("# licence: Unicode-3.0\n# retrieved: 2026-11-23\nfirst\tlast\tclasses")
for first, last, names in runs:
    if names:
        print(f"{first:04X}\t{last:04X}\t{names}")
