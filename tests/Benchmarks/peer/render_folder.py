#!/usr/bin/python3
"""A generator's pictures as PNGs with PyTorch and Pillow: the loop that people write, and the peer that `lw render` is measured against.

Reads a checkpoint of ours (safetensors with PyTorch's names). Prints one JSON line: pictures a second from the first latent to
the last file; loading and one batch to warm up are not in it.
"""
import argparse
import json
import os
import struct
import time

import torch
from PIL import Image
from torch import nn

parser = argparse.ArgumentParser()
parser.add_argument("checkpoint")
parser.add_argument("folder")
parser.add_argument("--count", type=int, default=10000)
parser.add_argument("--batch", type=int, default=64)
parser.add_argument("--threads", type=int, default=2)
parser.add_argument("--channels-last", action="store_true")
options = parser.parse_args()
torch.set_num_threads(options.threads)
torch.set_flush_denormal(True)


def load(path, prefix):
    with open(path, "rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        header = json.loads(file.read(length))
        data = file.read()
    tensors = {}
    for name, entry in header.items():
        if name.startswith(prefix) and entry["dtype"] == "F32":
            begin, end = entry["data_offsets"]
            tensors[name[len(prefix):]] = torch.frombuffer(bytearray(data[begin:end]), dtype=torch.float32).reshape(entry["shape"])
    return json.loads(header["__metadata__"]["latentwalk.generator"]), tensors


spec, tensors = load(options.checkpoint, "generator_ema.")
modules = nn.Sequential()
layer = 1
while f"tconv{layer}.weight" in tensors:
    weight = tensors[f"tconv{layer}.weight"]
    bias = tensors.get(f"tconv{layer}.bias")
    last = f"tconv{layer + 1}.weight" not in tensors
    conv = nn.ConvTranspose2d(weight.shape[0], weight.shape[1], 4, *((1, 0) if layer == 1 else (2, 1)), bias=bias is not None)
    conv.load_state_dict({"weight": weight} | ({"bias": bias} if bias is not None else {}))
    modules.append(conv)
    if f"bn{layer}.weight" in tensors:
        norm = nn.BatchNorm2d(weight.shape[1], eps=spec.get("batchNormEpsilon", 1e-5))
        norm.load_state_dict({key[len(f"bn{layer}."):]: value for key, value in tensors.items() if key.startswith(f"bn{layer}.")}, strict=False)
        modules.append(norm)
    if not last:
        modules.append(nn.LeakyReLU(spec["leakySlope"], True) if spec["leakySlope"] else nn.ReLU(True))
    elif spec["tanh"]:
        modules.append(nn.Tanh())
    layer += 1
modules.eval()
if options.channels_last:
    modules = modules.to(memory_format=torch.channels_last)
zdim = tensors["tconv1.weight"].shape[0]
torch.manual_seed(1)
os.makedirs(options.folder, exist_ok=True)

with torch.inference_mode():
    modules(torch.randn(options.batch, zdim, 1, 1))
    start = time.perf_counter()
    done = 0
    while done < options.count:
        z = torch.randn(min(options.batch, options.count - done), zdim, 1, 1)
        levels = modules(z).add_(1).mul_(127.5).round_().clamp_(0, 255).to(torch.uint8).permute(0, 2, 3, 1).contiguous().numpy()
        for picture in levels:
            Image.fromarray(picture).save(os.path.join(options.folder, f"seed-{done:06}.png"))
            done += 1
    seconds = time.perf_counter() - start

print(json.dumps({"bench": "render", "library": "PyTorch " + torch.__version__, "imagesPerSecond": round(options.count / seconds, 1),
                  "seconds": round(seconds, 3), "channelsLast": options.channels_last}))
