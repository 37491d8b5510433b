// Convolutions in the formats and by the routes that are fast on the CPU in libtorch 1.13; on other devices they are libtorch's own, channels last too.
#pragma once
#include "layout.h"
#include "memory.h"

#include <sys/mman.h>

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

struct Geometry
{
    std::vector<int64_t> stride, padding, dilation;
    int64_t groups;

    void save(AutogradContext* context) const
    {
        context->saved_data["stride"] = stride;
        context->saved_data["padding"] = padding;
        context->saved_data["dilation"] = dilation;
        context->saved_data["groups"] = groups;
    }

    static Geometry saved(AutogradContext* context)
    {
        auto& data = context->saved_data;
        return {data["stride"].toIntVector(), data["padding"].toIntVector(), data["dilation"].toIntVector(), data["groups"].toInt()};
    }
};

// libtorch's three parts of a convolution's backward pass, of which one is wanted: {input, weight}.
at::Tensor part(int which, const at::Tensor& gradient, const at::Tensor& input, const at::Tensor& w, const Geometry& g)
{
    auto parts = at::convolution_backward(gradient, input, w, at::OptionalIntArrayRef(), g.stride, g.padding, g.dilation, false, {0, 0}, g.groups, {which == 0, which == 1, false});
    return which == 0 ? std::get<0>(parts) : std::get<1>(parts);
}

// Where the weight is bigger than the pictures, its gradient is cheaper in the default format: the weight need not be turned around.
at::Tensor weightGradient(const at::Tensor& input, const at::Tensor& gradient, const at::Tensor& w, const Geometry& g)
{
    const bool last = w.numel() <= input.numel();
    return inFormat(part(1, inFormat(gradient, last), inFormat(input, last), inFormat(w, last), g), false);
}

// A tensor of this shape whose elements are never read: address space without memory.
at::Tensor imagined(at::IntArrayRef shape, const at::Tensor& like)
{
    const size_t bytes = c10::multiply_integers(shape) * like.itemsize();
    const auto map = [bytes] { return mmap(nullptr, bytes, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0); };
    void* space = map();
    if (space == MAP_FAILED)
    {
        giveBackMemory();
        space = map();
    }
    TORCH_CHECK(space != MAP_FAILED, "not enough memory: ", bytes, " bytes of address space for a tensor were refused");
    const int64_t c = shape[1], h = shape[2], w = shape[3];
    return at::from_blob(space, shape, {h * w * c, 1, w * c, c}, [bytes](void* p) { munmap(p, bytes); }, like.options());
}

// For a few channels (the last layer of a generator makes 3) oneDNN's input gradient runs at a sixth of its usual speed: here it is
// one matrix product, [pixels, filters] x [filters, channels * kernel], whose rows are then added up where they overlap.
bool suitsColumns(const at::Tensor& gradient, const at::Tensor& w, const Geometry& g)
{
    return w.size(1) <= 4 && g.groups == 1 && gradient.scalar_type() == at::kFloat && gradient.is_contiguous(at::MemoryFormat::ChannelsLast) && w.is_contiguous();
}

at::Tensor inputGradientByColumns(at::IntArrayRef shape, const at::Tensor& gradient, const at::Tensor& w, const Geometry& g)
{
    at::Tensor result = at::zeros(shape, gradient.options());
    const int64_t filters = w.size(0), channels = w.size(1), kh = w.size(2), kw = w.size(3), width = channels * kh * kw;
    const int64_t rows = gradient.size(2), columns = gradient.size(3), height = shape[2], breadth = shape[3];
    const at::Tensor matrix = w.detach().view({filters, width});
    const float* from = gradient.data_ptr<float>();
    float* to = result.data_ptr<float>();
    at::parallel_for(0, shape[0], 1, [&](int64_t begin, int64_t end) {
        at::NoGradGuard noGrad;
        at::Tensor product = at::empty({rows * columns, width}, matrix.options());
        for (int64_t n = begin; n < end; n++)
        {
            at::mm_out(product, at::from_blob(const_cast<float*>(from) + n * rows * columns * filters, {rows * columns, filters}, matrix.options()), matrix);
            const float* p = product.data_ptr<float>();
            for (int64_t r = 0; r < rows; r++)
                for (int64_t c = 0; c < columns; c++)
                    for (int64_t channel = 0; channel < channels; channel++)
                        for (int64_t i = 0; i < kh; i++)
                        {
                            const int64_t y = r * g.stride[0] - g.padding[0] + i * g.dilation[0];
                            if (y < 0 || y >= height) { p += kw; continue; }
                            float* line = to + ((n * channels + channel) * height + y) * breadth;
                            for (int64_t j = 0; j < kw; j++, p++)
                            {
                                const int64_t x = c * g.stride[1] - g.padding[1] + j * g.dilation[1];
                                if (x >= 0 && x < breadth) line[x] += *p;
                            }
                        }
        }
    });
    return result;
}

at::Tensor transposed(const at::Tensor& x, const at::Tensor& w, const Geometry& g, at::IntArrayRef shape);

// A convolution whose gradients are each computed alone, in the format that suits them, and by transposed() where that is what they are.
struct Convolution : torch::autograd::Function<Convolution>
{
    static at::Tensor forward(AutogradContext* context, const at::Tensor& x, const at::Tensor& w, const Optional<at::Tensor>& bias, const Geometry& g)
    {
        const at::Tensor last = relaid(w, at::MemoryFormat::ChannelsLast);
        context->save_for_backward({x, w});
        g.save(context);
        context->saved_data["bias"] = bias.has_value();
        return at::conv2d(x, last, bias, g.stride, g.padding, g.dilation, g.groups);
    }

    static variable_list backward(AutogradContext* context, variable_list gradients)
    {
        const auto saved = context->get_saved_variables();
        const auto g = Geometry::saved(context);
        variable_list result(4);
        if (!gradients[0].defined()) return result;
        const at::Tensor gradient = inFormat(gradients[0], true);
        if (context->needs_input_grad(0)) result[0] = transposed(gradient, saved[1], g, saved[0].sizes());
        if (context->needs_input_grad(1)) result[1] = weightGradient(saved[0], gradient, saved[1], g);
        if (context->saved_data["bias"].toBool() && context->needs_input_grad(2)) result[2] = gradient.sum({0, 2, 3});
        return result;
    }
};

// A transposed convolution is the input gradient of a convolution. libtorch's operator for it is two to five times slower,
// forward and backward, than its convolution's gradients and, for this one's own gradients, its convolution.
struct TransposedConvolution : torch::autograd::Function<TransposedConvolution>
{
    static at::Tensor forward(AutogradContext* context, const at::Tensor& x, const at::Tensor& w, const Geometry& g, std::vector<int64_t> shape)
    {
        context->save_for_backward({x, w});
        g.save(context);
        return suitsColumns(x, w, g) ? inputGradientByColumns(shape, x, w, g) : part(0, x, imagined(shape, x), relaid(w, at::MemoryFormat::ChannelsLast), g);
    }

    static variable_list backward(AutogradContext* context, variable_list gradients)
    {
        const auto saved = context->get_saved_variables();
        const auto g = Geometry::saved(context);
        variable_list result(4);
        if (!gradients[0].defined()) return result;
        const at::Tensor gradient = inFormat(gradients[0], true);
        if (context->needs_input_grad(0)) result[0] = Convolution::apply(gradient, saved[1], Optional<at::Tensor>(), g);
        if (context->needs_input_grad(1)) result[1] = weightGradient(gradient, saved[0], saved[1], g);
        return result;
    }
};

at::Tensor transposed(const at::Tensor& x, const at::Tensor& w, const Geometry& g, at::IntArrayRef shape)
{
    return TransposedConvolution::apply(inFormat(x, true), inFormat(w, false), g, shape.vec());
}

at::Tensor convolve(const at::Tensor& x, const at::Tensor& w, const at::Tensor& bias, const Geometry& g)
{
    const Optional<at::Tensor> added = bias.defined() ? Optional<at::Tensor>(bias) : Optional<at::Tensor>();
    return x.is_cpu() ? Convolution::apply(inFormat(x, true), inFormat(w, false), added, g)
        : at::conv2d(inFormat(x, true), inFormat(w, true), added, g.stride, g.padding, g.dilation, g.groups);
}

at::Tensor convolveTransposed(const at::Tensor& x, const at::Tensor& w, const at::Tensor& bias, const Geometry& g, const std::vector<int64_t>& outputPadding)
{
    if (!x.is_cpu())
        return at::conv_transpose2d(inFormat(x, true), inFormat(w, true), bias.defined() ? Optional<at::Tensor>(bias) : Optional<at::Tensor>(), g.stride, g.padding, outputPadding, g.groups, g.dilation);
    TORCH_CHECK(x.dim() == 4 && w.dim() == 4, "conv_transpose2d: the input and the weight must have 4 dimensions, not ", x.dim(), " and ", w.dim());
    TORCH_CHECK(x.size(1) == w.size(0), "Given transposed=1, weight of size ", w.sizes(), ", expected input", x.sizes(), " to have ", w.size(0),
        " channels, but got ", x.size(1), " channels instead");
    std::vector<int64_t> shape{x.size(0), w.size(1) * g.groups, 0, 0};
    for (int i = 0; i < 2; i++)
        shape[i + 2] = (x.size(i + 2) - 1) * g.stride[i] - 2 * g.padding[i] + g.dilation[i] * (w.size(i + 2) - 1) + outputPadding[i] + 1;
    TORCH_CHECK(shape[2] > 0 && shape[3] > 0, "conv_transpose2d: the output would be ", shape[2], " by ", shape[3]);

    // From a single pixel it is one matrix product.
    const bool single = x.size(2) == 1 && x.size(3) == 1 && g.groups == 1 && shape[2] == w.size(2) && shape[3] == w.size(3) && g.padding[0] == 0 && g.padding[1] == 0;
    at::Tensor y = single ? at::matmul(x.flatten(1), w.flatten(1)).view(shape) : transposed(x, w, g, shape);
    return bias.defined() ? y + bias.view({1, -1, 1, 1}) : y;
}

}
