using Google.Protobuf;
using LatentWalk.Inference.Tests;

namespace LatentWalk.Exporter.Tests.Triton;

/// <summary>Protobuf text read by Google's own parser (Python's: C# has none), which refuses every field that it does not know.</summary>
internal static class ConfigText
{
    private const string Script = """
        import base64, sys
        from google.protobuf import descriptor_pool, message_factory, text_format
        pool = descriptor_pool.DescriptorPool()
        pool.AddSerializedFile(base64.b64decode(sys.argv[1]))
        message = message_factory.MessageFactory(pool).GetPrototype(pool.FindMessageTypeByName("inference.ModelConfig"))()
        text_format.Parse(open(sys.argv[2], encoding="utf-8").read(), message)
        print(base64.b64encode(message.SerializeToString(deterministic=True)).decode())
        """;

    public static ModelConfig Read(string path) =>
        ModelConfig.Parser.ParseFrom(Convert.FromBase64String(Python.Run(Script, ModelConfigReflection.Descriptor.SerializedData.ToBase64(), path).Trim()));
}
