"""Answers a card's Python with ONNX Runtime for Node, where Python has no onnxruntime of its own (Debian packages none)."""
import os
import subprocess
import tempfile

import numpy as np

DRAW = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Node", "draw.mjs")


class InferenceSession:
    def __init__(self, path, providers=None):
        assert os.path.isfile(path), path
        assert providers == ["CPUExecutionProvider"], providers
        self.path = os.path.abspath(path)

    def run(self, outputs, feeds):
        assert outputs == ["image"] and set(feeds) <= {"z", "c"}, (outputs, list(feeds))
        count = len(feeds["z"])
        assert all(v.dtype == np.float32 and v.ndim == 2 and len(v) == count for v in feeds.values())
        with tempfile.TemporaryDirectory() as folder:
            z, c = os.path.join(folder, "z"), os.path.join(folder, "c")
            feeds["z"].tofile(z)
            feeds.get("c", np.zeros(0, np.float32)).tofile(c)
            kind, dims = subprocess.run(
                ["node", DRAW, z, c, str(count), self.path], check=True, capture_output=True, text=True).stdout.split()
        return [np.fromfile(self.path + ".raw", kind).reshape([int(d) for d in dims.split("x")])]
