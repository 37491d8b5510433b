"""Reads TensorBoard's event files by the formats' descriptions alone, and prints what they hold: one JSON object a file."""
import json
import struct
import sys


def crc32c(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = (crc >> 1) ^ (0x82F63B78 if crc & 1 else 0)
    return crc ^ 0xFFFFFFFF


def masked(data):
    crc = crc32c(data)
    return (((crc >> 15) | (crc << 17)) + 0xA282EAD8) & 0xFFFFFFFF


def records(data):
    at = 0
    while at < len(data):
        length, check = struct.unpack_from('<QI', data, at)
        assert masked(data[at:at + 8]) == check, f'the length at {at} fails its checksum'
        body = data[at + 12:at + 12 + length]
        assert masked(body) == struct.unpack_from('<I', data, at + 12 + length)[0], f'the record at {at} fails its checksum'
        yield body
        at += 16 + length


def fields(data):
    def varint(at):
        value = shift = 0
        while True:
            byte = data[at]
            at += 1
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return value, at

    at = 0
    while at < len(data):
        key, at = varint(at)
        kind = key & 7
        if kind == 0:
            value, at = varint(at)
        elif kind == 1:
            value, at = struct.unpack_from('<d', data, at)[0], at + 8
        elif kind == 5:
            value, at = struct.unpack_from('<f', data, at)[0], at + 4
        else:
            length, at = varint(at)
            value, at = data[at:at + length], at + length
        yield key >> 3, value


def read(path):
    found = {'version': None, 'start': None, 'scalars': [], 'pictures': []}
    for body in records(open(path, 'rb').read()):
        event = dict(fields(body))
        step = event.get(2, 0)
        assert event[1] > 1.7e9, 'an event without its time'
        if 3 in event:
            found['version'] = event[3].decode()
        if 7 in event:
            assert dict(fields(event[7])) == {1: 1}
            found['start'] = step
        for number, value in fields(event.get(5, b'')):
            assert number == 1
            entry = dict(fields(value))
            if 2 in entry:
                found['scalars'].append([step, entry[1].decode(), round(entry[2], 5)])
            else:
                image = dict(fields(entry[4]))
                found['pictures'].append([step, entry[1].decode(), image[2], image[1], image[4][1:4].decode()])
    return found


for name in sys.argv[1:]:
    print(json.dumps(read(name)))
