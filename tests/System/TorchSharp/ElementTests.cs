using TorchSharp;
using static TorchSharp.torch;

namespace LatentWalk.StandIns.Tests.TorchSharp;

[Collection(TorchGroup.Name)]
public sealed class ElementTests
{
    private static Tensor Twelve() => tensor([0f, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], [3L, 4]);

    [Fact]
    public void The_type_of_a_tensor_is_that_of_the_number()
    {
        Assert.Equal("Int64[] {1}", tensor(1L).Show());
        Assert.Equal("Int32[] {1}", tensor(1).Show());
        Assert.Equal("Float64[] {1.5}", tensor(1.5).Show());
        Assert.Equal("Float32[] {1.5}", tensor(1.5f).Show());
        Assert.Equal("Int64[2] {3, 3}", full(2, 3).Show());
        Assert.Equal("Float32[] {1}", ones(Array.Empty<long>()).Show());
    }

    [Fact]
    public void Indices_ranges_masks_and_index_tensors()
    {
        using var m = Twelve();
        Assert.Equal("Float32[4] {4, 5, 6, 7}", m[1].Show());
        Assert.Equal("Float32[] {6}", m[1, 2].Show());
        Assert.Equal("Float32[4] {8, 9, 10, 11}", m[-1].Show());
        Assert.Equal("Float32[2,4] {4, 5, 6, 7, 8, 9, 10, 11}", m[1..3].Show());
        Assert.Equal("Float32[3,2] {1, 2, 5, 6, 9, 10}", m[.., 1..3].Show());
        Assert.Equal("Float32[2,4] {0, 1, 2, 3, 8, 9, 10, 11}", m[TensorIndex.Slice(null, null, 2)].Show());
        Assert.Equal("Float32[3] {0, 4, 8}", m[TensorIndex.Ellipsis, 0].Show());
        Assert.Equal("Float32[4] {8, 9, 10, 11}", m[^1].Show());
        Assert.Equal("Float32[2] {10, 11}", m[m > 9].Show());
        Assert.Equal("Float32[2,4] {8, 9, 10, 11, 0, 1, 2, 3}", m[tensor(new long[] { 2, 0 })].Show());
    }

    [Fact]
    public void Assigning_by_index_writes_through()
    {
        using var m = Twelve();
        m[0, 0] = 5f;
        Assert.Equal(5, m[0, 0].item<float>());
        m[0] = ones(4);
        Assert.Equal("Float32[3,4] {1, 1, 1, 1, 4, 5, 6, 7}", m.Show());
    }

    [Fact]
    public void Items_are_given_in_the_tensors_own_type_only()
    {
        using var m = Twelve();
        Assert.Equal(6, m[1, 2].item<float>());
        Assert.Equal(6.0, m[1, 2].ToDouble());
        Assert.Equal("Double is not compatible with Float32", Assert.Throws<ArgumentException>(() => m[1, 2].item<double>()).Message);
        Assert.Equal("Number of elements in the tensor must be 1", Assert.Throws<ArgumentException>(() => m[1].item<float>()).Message);
        Assert.Equal("Double is not compatible with Float32", Assert.Throws<ArgumentException>(() => m.data<double>()).Message);
    }

    [Fact]
    public void Data_is_read_and_written_in_the_order_of_the_shape()
    {
        using var m = Twelve();
        Assert.Equal(6, m.data<float>()[1, 2]);
        Assert.Equal([0f, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11], m.t().data<float>().ToArray());
        m.t().data<float>()[3, 0] = 99;
        Assert.Equal(99, m[0, 3].item<float>());
    }

    [Fact]
    public void Bytes_are_the_tensors_own_memory()
    {
        using var m = Twelve();
        Assert.Equal(48, m.bytes.Length);
        BitConverter.TryWriteBytes(m.bytes, 2f);
        Assert.Equal(2, m[0, 0].item<float>());
        Assert.Equal("Bytes() called on non-contiguous tensor.", Assert.Throws<InvalidOperationException>(() => m.t().bytes.Length).Message);
    }

    [Fact]
    public void A_tensor_from_an_array_shares_its_memory_and_a_copied_one_does_not()
    {
        float[] values = [1, 2, 3];
        using var shared = from_array(values);
        using var copied = tensor(values);
        values[0] = 9;
        Assert.Equal("Float32[3] {9, 2, 3}", shared.Show());
        Assert.Equal("Float32[3] {1, 2, 3}", copied.Show());
    }

    [Fact]
    public void Every_operation_returns_a_wrapper_of_its_own()
    {
        using var m = Twelve();
        Assert.NotSame(m, m.to(ScalarType.Float32));
        Assert.NotSame(m, m.cpu());
        Assert.NotSame(m, m.contiguous());
        Assert.NotSame(m, m.zero_());
        Assert.Same(m, m.add_(1));
        Assert.Same(m, m.copy_(ones(3, 4)));
    }

    [Fact]
    public void A_disposed_tensor_says_so()
    {
        var m = Twelve();
        m.Dispose();
        m.Dispose();
        Assert.True(m.IsInvalid);
        Assert.Equal("Tensor invalid -- empty handle.", Assert.Throws<InvalidOperationException>(() => m.shape).Message);
    }
}
