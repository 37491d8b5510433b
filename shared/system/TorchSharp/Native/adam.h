// One step of Adam over one parameter in a single pass through memory instead of ten, each number rounded where the plain
// sequence of operators in Modules/Adam.cs rounds it, so that both give the same bits.
#pragma once
#include <ATen/ATen.h>
#include <ATen/Parallel.h>

namespace {

struct AdamStep { float keep1, take1, keep2, take2, rootCorrection2, epsilon, step; };

#if defined(__x86_64__)
__attribute__((target("avx2,fma"), optimize("O3", "no-math-errno", "fp-contract=off")))
void adamRange(float* __restrict p, const float* __restrict g, float* __restrict m, float* __restrict v, int64_t count, AdamStep s)
{
    for (int64_t i = 0; i < count; i++)
    {
        m[i] = __builtin_fmaf(g[i], s.take1, m[i] * s.keep1);
        v[i] = __builtin_fmaf(s.take2 * g[i], g[i], v[i] * s.keep2);
        p[i] = p[i] + s.step * m[i] / (__builtin_sqrtf(v[i]) / s.rootCorrection2 + s.epsilon);
    }
}

// False where this does not apply; then nothing was done.
bool adam(const at::Tensor& p, const at::Tensor& g, const at::Tensor& m, const at::Tensor& v, AdamStep s)
{
    static const bool able = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    if (!able) return false;
    for (const at::Tensor& t : {p, g, m, v})
        if (t.scalar_type() != at::kFloat || !t.is_contiguous() || t.numel() != p.numel() || !t.device().is_cpu()) return false;
    float *pp = p.data_ptr<float>(), *mm = m.data_ptr<float>(), *vv = v.data_ptr<float>();
    const float* gg = g.data_ptr<float>();
    at::parallel_for(0, p.numel(), 32768, [&](int64_t begin, int64_t end) { adamRange(pp + begin, gg + begin, mm + begin, vv + begin, end - begin, s); });
    for (const at::Tensor& t : {p, m, v}) t.unsafeGetTensorImpl()->bump_version();
    return true;
}
#else
bool adam(const at::Tensor&, const at::Tensor&, const at::Tensor&, const at::Tensor&, AdamStep) { return false; }
#endif

}
