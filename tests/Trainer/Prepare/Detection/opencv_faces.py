"""Prints what OpenCV's own detector finds in each PGM of a folder: one JSON object.
usage: opencv_faces.py CASCADE FOLDER SCALE_FACTOR MIN_NEIGHBOURS MIN_SIDE"""
import glob
import json
import os
import sys

import cv2

cascade = cv2.CascadeClassifier(sys.argv[1])
found = {}
for path in sorted(glob.glob(os.path.join(sys.argv[2], "*.pgm"))):
    picture = cv2.imread(path, cv2.IMREAD_GRAYSCALE)
    side = int(sys.argv[5])
    boxes = cascade.detectMultiScale(picture, float(sys.argv[3]), int(sys.argv[4]), minSize=(side, side))
    found[os.path.basename(path)] = [[int(v) for v in box] for box in boxes]
json.dump({"version": cv2.__version__, "found": found}, sys.stdout)
