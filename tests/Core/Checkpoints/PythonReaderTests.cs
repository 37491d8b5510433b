using System.Diagnostics;
using LatentWalk.Core.Checkpoints;

namespace LatentWalk.Core.Tests.Checkpoints;

public class PythonReaderTests
{
    // Written from the format's description, on Python's standard library alone.
    private const string Reader = """
        import json, struct, sys
        data = open(sys.argv[1], 'rb').read()
        (size,) = struct.unpack('<Q', data[:8])
        header = json.loads(data[8:8 + size])
        print(sorted(header.pop('__metadata__').items()))
        codes = {'F32': 'f', 'I64': 'q', 'U8': 'B'}
        for name, tensor in sorted(header.items()):
            begin, end = tensor['data_offsets']
            part = data[8 + size + begin:8 + size + end]
            count = len(part) // struct.calcsize(codes[tensor['dtype']])
            print(name, tensor['dtype'], tensor['shape'], list(struct.unpack('<%d%s' % (count, codes[tensor['dtype']]), part)))
        """;

    [PythonFact]
    public void Python_reads_what_we_write()
    {
        using var folder = new TemporaryFolder();
        using (FileStream stream = File.Create(folder.Inside("x.safetensors")))
        {
            SafetensorsWriter.Write(
                stream, new Dictionary<string, string> { ["format"] = "pt", ["latentwalk.generator"] = """{"zDim":100}""" },
                [TensorEntry.OfBytes("u", [3], [0, 127, 255]), TensorEntry.OfFloats("g.weight", [2, 2], [0.5f, -1, 1e20f, 0]), TensorEntry.OfInt64s("n", [], [long.MinValue])]);
        }

        using Process python = Process.Start(new ProcessStartInfo(PythonFactAttribute.Program, ["-c", Reader, folder.Inside("x.safetensors")]) { RedirectStandardOutput = true })!;
        string text = python.StandardOutput.ReadToEnd();
        python.WaitForExit();
        Assert.Equal(
            """
            [('format', 'pt'), ('latentwalk.generator', '{"zDim":100}')]
            g.weight F32 [2, 2] [0.5, -1.0, 1.0000000200408773e+20, 0.0]
            n I64 [] [-9223372036854775808]
            u U8 [3] [0, 127, 255]

            """.ReplaceLineEndings("\n"), text);
    }
}
