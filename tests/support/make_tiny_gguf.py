#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes a tiny language model with random weights: llama architecture, GGUF 3, 32-bit floats. It speaks nonsense out of
a few words, but a real server can load it and speak its protocol with it. usage: make_tiny_gguf.py OUT.gguf"""

import array
import random
import struct
import sys

LAYERS, WIDTH, HEADS, CONTEXT = 2, 64, 4, 2048
INNER = 2 * WIDTH
WORDS = ("hello thank you your order is on its way refund within days please check the number we can help "
         "with that and are sorry for delay account password reset link by mail invoice of a in it our").split()
UINT32, INT32, FLOAT32, BOOL, STRING, ARRAY = 4, 5, 6, 7, 8, 9
NORMAL, UNKNOWN, CONTROL, BYTE = 1, 2, 3, 6


def vocabulary():
    """(text, score, type) of each token: SentencePiece with a fallback to single bytes."""
    tokens = [("<unk>", 0.0, UNKNOWN), ("<s>", 0.0, CONTROL), ("</s>", 0.0, CONTROL)]
    tokens += [(f"<0x{byte:02X}>", 0.0, BYTE) for byte in range(256)]
    for word in dict.fromkeys(WORDS):
        tokens.append(("\u2581" + word, -float(len(tokens)), NORMAL))
    for character in "\u2581" + "".join(map(chr, range(33, 127))):
        tokens.append((character, -1000.0 - len(tokens), NORMAL))
    return tokens


def text(value):
    encoded = value.encode()
    return struct.pack("<Q", len(encoded)) + encoded


def value(kind, content):
    if kind == STRING:
        return text(content)
    return struct.pack({UINT32: "<I", INT32: "<i", FLOAT32: "<f", BOOL: "<?"}[kind], content)


def pair(key, kind, content):
    return text(key) + struct.pack("<I", kind) + value(kind, content)


def pairs(key, kind, contents):
    head = text(key) + struct.pack("<IIQ", ARRAY, kind, len(contents))
    return head + b"".join(value(kind, each) for each in contents)


def metadata(tokens):
    numbers = {"context_length": CONTEXT, "embedding_length": WIDTH, "block_count": LAYERS,
               "feed_forward_length": INNER, "vocab_size": len(tokens), "attention.head_count": HEADS,
               "attention.head_count_kv": HEADS, "rope.dimension_count": WIDTH // HEADS}
    found = [pair("general.architecture", STRING, "llama"), pair("general.name", STRING, "tiny"),
             pair("general.file_type", UINT32, 0), pair("general.alignment", UINT32, 32)]
    found += [pair("llama." + key, UINT32, number) for key, number in numbers.items()]
    found.append(pair("llama.attention.layer_norm_rms_epsilon", FLOAT32, 1e-5))
    found += [pair("tokenizer.ggml.model", STRING, "llama"), pair("tokenizer.ggml.pre", STRING, "default"),
              pairs("tokenizer.ggml.tokens", STRING, [each[0] for each in tokens]),
              pairs("tokenizer.ggml.scores", FLOAT32, [each[1] for each in tokens]),
              pairs("tokenizer.ggml.token_type", INT32, [each[2] for each in tokens])]
    found += [pair(f"tokenizer.ggml.{name}_token_id", UINT32, number)
              for number, name in enumerate(("unknown", "bos", "eos"))]
    found += [pair("tokenizer.ggml.add_bos_token", BOOL, True), pair("tokenizer.ggml.add_eos_token", BOOL, False),
              pair("tokenizer.ggml.add_space_prefix", BOOL, True)]
    return found


def noise(count):
    return array.array("f", [random.gauss(0, 0.3) for _ in range(count)])


def tensors(tokens):
    """(name, dimensions, numbers)"""
    ones = array.array("f", [1.0]) * WIDTH
    output = noise(WIDTH * len(tokens))
    for row, (word, _, kind) in enumerate(tokens):
        if kind != NORMAL or len(word) < 3:  # whole words are likelier than bytes and letters
            output[row * WIDTH:(row + 1) * WIDTH] = array.array("f", [0.0]) * WIDTH
    found = [("token_embd.weight", (WIDTH, len(tokens)), noise(WIDTH * len(tokens))),
             ("output_norm.weight", (WIDTH,), ones), ("output.weight", (WIDTH, len(tokens)), output)]
    for layer in range(LAYERS):
        block = f"blk.{layer}."
        found += [(block + "attn_norm.weight", (WIDTH,), ones), (block + "ffn_norm.weight", (WIDTH,), ones)]
        for name in ("attn_q", "attn_k", "attn_v", "attn_output"):
            found.append((block + name + ".weight", (WIDTH, WIDTH), noise(WIDTH * WIDTH)))
        for name, shape in (("ffn_gate", (WIDTH, INNER)), ("ffn_up", (WIDTH, INNER)), ("ffn_down", (INNER, WIDTH))):
            found.append((block + name + ".weight", shape, noise(WIDTH * INNER)))
    return found


def main():
    random.seed(5)
    tokens = vocabulary()
    entries, directory, data = metadata(tokens), b"", b""
    contents = tensors(tokens)
    for name, shape, numbers in contents:
        directory += text(name) + struct.pack("<I", len(shape)) + b"".join(struct.pack("<Q", n) for n in shape)
        directory += struct.pack("<IQ", 0, len(data))
        raw = numbers.tobytes()
        data += raw + b"\0" * (-len(raw) % 32)
    head = b"GGUF" + struct.pack("<IQQ", 3, len(contents), len(entries)) + b"".join(entries) + directory
    with open(sys.argv[1], "wb") as out:
        out.write(head + b"\0" * (-len(head) % 32) + data)


if __name__ == "__main__":
    main()
