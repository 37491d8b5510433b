// The convolutions of libtorch are fastest on channels-last tensors; TorchSharp has no word for that format. So it stays inside:
// a Handle that is `channelsLast` looks to C# like any tensor of its shape, and is settled before C# or a view can see its memory.
#pragma once
#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <torch/csrc/autograd/custom_function.h>
#include <torch/version.h>

#include <optional>
#if defined(__SSE__)
#include <xmmintrin.h>
#endif

namespace {

#if TORCH_VERSION_MAJOR >= 2
template <typename T> using Optional = std::optional<T>;
#else
template <typename T> using Optional = c10::optional<T>;
#endif

struct Handle
{
    at::Tensor tensor;
    bool channelsLast = false;
};

bool isChannelsLast(const at::Tensor& t)
{
    return t.defined() && t.layout() == at::kStrided && t.dim() == 4 && !t.is_contiguous() && t.is_contiguous(at::MemoryFormat::ChannelsLast);
}

Handle* own(at::Tensor tensor, bool mayBeChannelsLast = false)
{
    if (!tensor.defined()) return nullptr;
    const bool hidden = mayBeChannelsLast && isChannelsLast(tensor);
    return new Handle{std::move(tensor), hidden};
}

// to[c][r] = from[r][c] for rows x columns floats.
void transpose(const float* from, float* to, int64_t rows, int64_t columns)
{
    constexpr int64_t kTile = 32;
    for (int64_t r0 = 0; r0 < rows; r0 += kTile)
        for (int64_t c0 = 0; c0 < columns; c0 += kTile)
        {
            const int64_t r1 = std::min(r0 + kTile, rows), c1 = std::min(c0 + kTile, columns);
            int64_t r = r0;
#if defined(__SSE__)
            for (; r + 4 <= r1; r += 4)
            {
                int64_t c = c0;
                for (; c + 4 <= c1; c += 4)
                {
                    const float* f = from + r * columns + c;
                    __m128 a = _mm_loadu_ps(f), b = _mm_loadu_ps(f + columns), d = _mm_loadu_ps(f + 2 * columns), e = _mm_loadu_ps(f + 3 * columns);
                    _MM_TRANSPOSE4_PS(a, b, d, e);
                    float* t = to + c * rows + r;
                    _mm_storeu_ps(t, a); _mm_storeu_ps(t + rows, b); _mm_storeu_ps(t + 2 * rows, d); _mm_storeu_ps(t + 3 * rows, e);
                }
                for (; c < c1; c++)
                    for (int64_t k = 0; k < 4; k++) to[c * rows + r + k] = from[(r + k) * columns + c];
            }
#endif
            for (; r < r1; r++)
                for (int64_t c = c0; c < c1; c++) to[c * rows + r] = from[r * columns + c];
        }
}

// A copy in the other format. libtorch's own copy does the same at a fifth of the speed; it serves what is not float32.
at::Tensor relaid(const at::Tensor& t, at::MemoryFormat format)
{
    const bool toLast = format == at::MemoryFormat::ChannelsLast;
    if (t.scalar_type() != at::kFloat || !t.device().is_cpu() || !t.is_contiguous(toLast ? at::MemoryFormat::Contiguous : at::MemoryFormat::ChannelsLast))
        return t.contiguous(format);
    at::Tensor result = at::empty(t.sizes(), t.options().memory_format(format));
    const int64_t channels = t.size(1), area = t.size(2) * t.size(3), image = channels * area;
    const float* from = t.data_ptr<float>();
    float* to = result.data_ptr<float>();
    at::parallel_for(0, t.size(0), 1 + 32768 / (image + 1), [&](int64_t begin, int64_t end) {
        for (int64_t i = begin; i < end; i++)
            toLast ? transpose(from + i * image, to + i * image, channels, area) : transpose(from + i * image, to + i * image, area, channels);
    });
    return result;
}

// The same with its gradient, which goes back in the format it came from.
struct Relayout : torch::autograd::Function<Relayout>
{
    static at::Tensor forward(torch::autograd::AutogradContext* context, const at::Tensor& t, bool toLast)
    {
        context->saved_data["toLast"] = toLast;
        return relaid(t, toLast ? at::MemoryFormat::ChannelsLast : at::MemoryFormat::Contiguous);
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context, torch::autograd::variable_list gradients);
};

at::Tensor inFormat(const at::Tensor& t, bool last)
{
    const auto format = last ? at::MemoryFormat::ChannelsLast : at::MemoryFormat::Contiguous;
    return t.is_contiguous(format) ? t : Relayout::apply(t, last);
}

torch::autograd::variable_list Relayout::backward(torch::autograd::AutogradContext* context, torch::autograd::variable_list gradients)
{
    return {gradients[0].defined() ? inFormat(gradients[0], !context->saved_data["toLast"].toBool()) : gradients[0], at::Tensor()};
}

// Gives a tensor its visible format in place, so that every holder of it sees one memory: whatever reads or views memory comes after this.
const at::Tensor& settle(Handle* h)
{
    if (!h->channelsLast) return h->tensor;
    h->channelsLast = false;
    const at::Tensor& t = h->tensor;
    if (!isChannelsLast(t)) return t;
    // What comes back for it would be in the visible format, beside values saved channels-last: the kernels are slow on such a mixture.
    if (at::GradMode::is_enabled() && t.requires_grad() && !t.is_leaf()) t.register_hook([](const at::Tensor& gradient) { return inFormat(gradient, true); });
    at::NoGradGuard noGrad;
    t.unsafeGetTensorImpl()->shallow_copy_from(relaid(t.detach(), at::MemoryFormat::Contiguous).getIntrusivePtr());
    return t;
}

}
