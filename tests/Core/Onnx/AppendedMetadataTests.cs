using Google.Protobuf;
using LatentWalk.Core.Latents;
using LatentWalk.Core.Onnx;
using LatentWalk.Core.Onnx.Proto;

namespace LatentWalk.Core.Tests.Onnx;

public sealed class AppendedMetadataTests
{
    private static readonly GeneratorMetadata Ours = new() { ZDim = 4, Resolution = 2, Truncation = 0.7f, Directions = DirectionBasis.Random(1, 4, 2) };

    [Fact]
    public void The_old_file_is_the_new_ones_beginning_byte_by_byte()
    {
        byte[] file = HostileModels.Harmless().ToByteArray();

        byte[] adopted = AppendedMetadata.Replace(file, "g.onnx", Ours);

        Assert.Equal(file, adopted[..file.Length]);
        var summary = OnnxGuard.Check(adopted, "g.onnx");
        var back = GeneratorMetadata.FromEntries(summary.Metadata, "g.onnx")!;
        Assert.Equal((4, 0.7f, 2), (back.ZDim, back.Truncation, back.Directions.Count));
    }

    [Fact]
    public void What_the_file_said_before_stays_unless_it_means_the_same()
    {
        var model = HostileModels.Harmless();
        model.MetadataProps.Add(new StringStringEntryProto { Key = "trained_by", Value = "somebody" });
        model.MetadataProps.Add(new StringStringEntryProto { Key = OnnxNames.Author, Value = "old" });
        byte[] first = AppendedMetadata.Replace(model.ToByteArray(), "g.onnx", Ours with { License = "MIT" });

        byte[] second = AppendedMetadata.Replace(first, "g.onnx", Ours with { Truncation = 0.5f, Author = "new" });

        var entries = OnnxGuard.Check(second, "g.onnx").Metadata;
        Assert.Equal(("somebody", "new", "MIT"), (entries["trained_by"], entries[OnnxNames.Author], entries[OnnxNames.License]));
        Assert.Equal(0.5f, GeneratorMetadata.FromEntries(entries, "g.onnx")!.Truncation);
        Assert.Equal(model.Graph, ModelProto.Parser.ParseFrom(second).Graph);
        Assert.Equal(second, AppendedMetadata.Replace(second, "g.onnx", Ours with { Truncation = 0.5f, Author = "new" }));
    }

    [Fact]
    public void Metadata_in_the_middle_of_a_file_is_cut_out_and_nothing_else()
    {
        byte[] whole = HostileModels.Harmless().ToByteArray();
        byte[] ours = CheckpointGraph.Metadata(Ours);

        byte[] adopted = AppendedMetadata.Replace([.. whole[..2], .. ours, .. whole[2..]], "g.onnx", Ours);

        Assert.Equal([.. whole, .. ours], adopted);
    }
}
