namespace LatentWalk.Core.Onnx;

/// <summary>Protobuf wire types; the two group types are not among them, because no ONNX message has groups.</summary>
internal enum WireType
{
    Varint = 0,
    Fixed64 = 1,
    Bytes = 2,
    Fixed32 = 5,
}
