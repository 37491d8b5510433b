// What the C# side cannot reach by itself: libtorch's dispatcher (any operator by name, boxed), the autograd engine,
// the generator, a tensor's memory, and the fast convolutions. No exception leaves this file: every call returns 0, or 1 with the text in lw_error().
#include "adam.h"
#include "convolution.h"
#include "memory.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/variable.h>
#include <torch/cuda.h>
#include <torch/version.h>

#include <cstring>
#include <string>
#include <vector>

namespace {

enum Tag : int32_t { None, Int, Double, Bool, TensorTag, Ints, Doubles, Bools, Tensors, OptionalTensors, Text, DeviceTag, GeneratorTag };

// One argument or result: a number in `bits`, or a pointer to `count` of them.
struct Value
{
    int32_t tag;
    int32_t count;
    int64_t bits;
    template <typename T> const T* as() const { return reinterpret_cast<const T*>(bits); }
};

struct Info
{
    int64_t dims, elements, itemSize, storageOffset;
    int32_t type, device, deviceIndex, contiguous, requiresGrad, leaf;
};

thread_local std::string error;
thread_local std::vector<Value> results;

template <typename F> int guarded(F body)
{
    try { body(); return 0; }
    catch (const c10::Error& e) { error = e.what_without_backtrace(); }
    catch (const std::exception& e) { error = e.what(); }
    catch (...) { error = "libtorch threw something that is not an exception"; }
    return 1;
}

std::vector<at::Tensor> tensorsOf(Handle* const* handles, int count)
{
    std::vector<at::Tensor> list;
    list.reserve(count);
    for (int i = 0; i < count; i++) list.push_back(handles[i] ? handles[i]->tensor : at::Tensor());
    return list;
}


at::Tensor tensorOf(Handle* h) { return h ? h->tensor : at::Tensor(); }

Geometry geometry(const int64_t* stride, const int64_t* padding, const int64_t* dilation, int64_t groups)
{
    return {{stride, stride + 2}, {padding, padding + 2}, {dilation, dilation + 2}, groups};
}

bool returnsAlias(const c10::FunctionSchema& schema)
{
    for (const auto& r : schema.returns())
        if (r.alias_info() && !r.alias_info()->isWrite()) return true;
    return false;
}

// An operator with what C# would otherwise ask about it on every call.
struct Operator
{
    c10::OperatorHandle handle;
    bool alias;
};

c10::IValue argument(const Value& v, bool alias, bool& hidden)
{
    auto handle = [&](Handle* h) -> at::Tensor {
        if (!h) return at::Tensor();
        if (alias) return settle(h);
        hidden |= h->channelsLast;
        return h->tensor;
    };
    switch (v.tag)
    {
        case None: return c10::IValue();
        case Int: case Bool: return v.tag == Int ? c10::IValue(v.bits) : c10::IValue(v.bits != 0);
        case Double: { double d; std::memcpy(&d, &v.bits, sizeof d); return c10::IValue(d); }
        case TensorTag: return v.bits ? c10::IValue(handle(reinterpret_cast<Handle*>(v.bits))) : c10::IValue();
        case Ints: return c10::IValue(std::vector<int64_t>(v.as<int64_t>(), v.as<int64_t>() + v.count));
        case Doubles: return c10::IValue(std::vector<double>(v.as<double>(), v.as<double>() + v.count));
        case Bools:
        {
            c10::List<bool> list;
            for (int i = 0; i < v.count; i++) list.push_back(v.as<int64_t>()[i] != 0);
            return list;
        }
        case Tensors:
        {
            c10::List<at::Tensor> list;
            for (int i = 0; i < v.count; i++) list.push_back(handle(v.as<Handle*>()[i]));
            return list;
        }
        case OptionalTensors:
        {
            c10::List<Optional<at::Tensor>> list;
            for (int i = 0; i < v.count; i++)
                list.push_back(v.as<Handle*>()[i] ? Optional<at::Tensor>(handle(v.as<Handle*>()[i])) : Optional<at::Tensor>());
            return list;
        }
        case Text: return c10::IValue(std::string(v.as<char>(), v.count));
        case DeviceTag: return c10::Device(static_cast<c10::DeviceType>(v.bits), static_cast<c10::DeviceIndex>(v.count));
        case GeneratorTag: return c10::IValue(*reinterpret_cast<at::Generator*>(v.bits));
    }
    throw std::invalid_argument("unknown argument tag " + std::to_string(v.tag));
}

void push(const at::Tensor& t, bool hidden) { results.push_back({TensorTag, 0, reinterpret_cast<int64_t>(own(t, hidden))}); }

void push(const c10::IValue& v, bool hidden)
{
    if (v.isTensor()) push(v.toTensor(), hidden);
    else if (v.isTensorList()) for (const at::Tensor& t : v.toTensorVector()) push(t, hidden);
    else if (v.isInt()) results.push_back({Int, 0, v.toInt()});
    else if (v.isBool()) results.push_back({Bool, 0, v.toBool()});
    else if (v.isDouble()) { Value r{Double, 0, 0}; double d = v.toDouble(); std::memcpy(&r.bits, &d, sizeof d); results.push_back(r); }
    else throw std::invalid_argument("an operator returned " + v.tagKind() + ", which has no place here");
}

void give(const Value** out, int* count) { *out = results.data(); *count = static_cast<int>(results.size()); }

at::Generator& defaultGenerator()
{
    static at::Generator generator = at::detail::getDefaultCPUGenerator();
    return generator;
}

}

#pragma GCC visibility push(default)
extern "C" {

// Once, before anything else.
void lw_start()
{
#if TORCH_VERSION_MAJOR < 2
    BlockCache::install();
#endif
    at::globalContext().setBenchmarkCuDNN(true);   // the shapes of a training step are always the same
}

const char* lw_error() { return error.c_str(); }

int lw_operator(const char* name, const char* overload, Operator** op)
{
    return guarded([&] {
        auto found = c10::Dispatcher::singleton().findSchemaOrThrow(name, overload);
        *op = new Operator{found, returnsAlias(found.schema())};
    });
}

// Trailing arguments that are not given take the schema's defaults. Results of channels-last arguments may be channels-last themselves.
int lw_call(Operator* op, const Value* arguments, int count, const Value** out, int* outCount)
{
    return guarded([&] {
        const auto& schema = op->handle.schema();
        torch::jit::Stack stack;
        stack.reserve(schema.arguments().size());
        bool hidden = false;
        for (int i = 0; i < count; i++) stack.push_back(argument(arguments[i], op->alias, hidden));
        for (size_t i = count; i < schema.arguments().size(); i++)
        {
            const auto& fallback = schema.arguments()[i].default_value();
            stack.push_back(fallback ? *fallback : c10::IValue());
        }
        op->handle.callBoxed(stack);
        results.clear();
        for (const auto& value : stack) push(value, hidden);
        give(out, outCount);
    });
}

// Another handle on the very same tensor.
int lw_share(Handle* h, Handle** out) { return guarded([&] { *out = new Handle(*h); }); }

int lw_conv2d(Handle* x, Handle* w, Handle* bias, const int64_t* stride, const int64_t* padding, const int64_t* dilation, int64_t groups, Handle** out)
{
    return guarded([&] { *out = own(convolve(x->tensor, w->tensor, tensorOf(bias), geometry(stride, padding, dilation, groups)), true); });
}

int lw_conv_transpose2d(Handle* x, Handle* w, Handle* bias, const int64_t* stride, const int64_t* padding, const int64_t* outputPadding,
                        const int64_t* dilation, int64_t groups, Handle** out)
{
    return guarded([&] {
        *out = own(convolveTransposed(x->tensor, w->tensor, tensorOf(bias), geometry(stride, padding, dilation, groups), {outputPadding, outputPadding + 2}), true);
    });
}

int lw_info(Handle* h, Info* info)
{
    return guarded([&] {
        const at::Tensor& t = h->tensor;
        *info = {t.dim(), t.numel(), static_cast<int64_t>(t.itemsize()), t.storage_offset(), static_cast<int32_t>(t.scalar_type()),
                 static_cast<int32_t>(t.device().type()), t.device().index(), h->channelsLast || t.is_contiguous(), t.requires_grad(), t.is_leaf()};
    });
}

int lw_shape(Handle* h, int64_t* sizes, int64_t* strides)
{
    return guarded([&] {
        const at::Tensor& t = h->tensor;
        const bool hidden = h->channelsLast && isChannelsLast(t);
        int64_t stride = 1;
        for (int64_t i = t.dim() - 1; i >= 0; i--)
        {
            if (sizes) sizes[i] = t.size(i);
            if (strides) strides[i] = hidden ? stride : t.stride(i);
            stride *= t.size(i);
        }
    });
}

int lw_data(Handle* h, void** data) { return guarded([&] { *data = settle(h).data_ptr(); }); }

int lw_item(Handle* h, int* tag, int64_t* integer, double* real)
{
    return guarded([&] {
        const at::Scalar s = h->tensor.item();
        *tag = s.isBoolean() ? Bool : s.isIntegral(false) ? Int : Double;
        if (*tag == Double) *real = s.toDouble(); else *integer = s.toLong();
    });
}

int lw_from_blob(void* data, const int64_t* sizes, int count, int type, void (*release)(void*), void* context, Handle** out)
{
    return guarded([&] {
        auto options = at::TensorOptions().dtype(static_cast<at::ScalarType>(type));
        *out = own(at::from_blob(data, at::IntArrayRef(sizes, count), [=](void*) { release(context); }, options));
    });
}

void lw_free(Handle* h) { delete h; }

int lw_set_requires_grad(Handle* h, int value) { return guarded([&] { h->tensor.set_requires_grad(value != 0); }); }
int lw_retain_grad(Handle* h) { return guarded([&] { h->tensor.retain_grad(); }); }
int lw_grad(Handle* h, Handle** out) { return guarded([&] { *out = own(h->tensor.grad(), true); }); }
int lw_set_grad(Handle* h, Handle* value) { return guarded([&] { h->tensor.mutable_grad() = value ? value->tensor : at::Tensor(); }); }

int lw_backward(Handle** tensors, int count, Handle** gradients, int gradientCount, int retainGraph, int createGraph, Handle** inputs, int inputCount)
{
    return guarded([&] {
        auto retain = retainGraph < 0 ? Optional<bool>() : Optional<bool>(retainGraph != 0);
        torch::autograd::backward(tensorsOf(tensors, count), tensorsOf(gradients, gradientCount), retain, createGraph != 0, tensorsOf(inputs, inputCount));
    });
}

int lw_autograd_grad(Handle** outputs, int outputCount, Handle** inputs, int inputCount, Handle** gradients, int gradientCount,
                     int retainGraph, int createGraph, int allowUnused, const Value** out, int* outCount)
{
    return guarded([&] {
        auto found = torch::autograd::grad(tensorsOf(outputs, outputCount), tensorsOf(inputs, inputCount),
            tensorsOf(gradients, gradientCount), retainGraph != 0, createGraph != 0, allowUnused != 0);
        results.clear();
        for (const auto& t : found) push(t, true);
        give(out, outCount);
    });
}

int lw_adam(Handle* p, Handle* gradient, Handle* first, Handle* second, const AdamStep* step, int* done)
{
    return guarded([&] { *done = adam(p->tensor, gradient->tensor, first->tensor, second->tensor, *step); });
}

int lw_grad_mode() { return at::GradMode::is_enabled(); }
void lw_set_grad_mode(int enabled) { at::GradMode::set_enabled(enabled != 0); }

int lw_threads() { return at::get_num_threads(); }
const char* lw_version() { return TORCH_VERSION; }
int lw_set_threads(int count) { return guarded([&] { at::set_num_threads(count); }); }

int lw_coarse_convolutions() { return at::globalContext().allowTF32CuDNN(); }
void lw_set_coarse_convolutions(int allowed) { at::globalContext().setAllowTF32CuDNN(allowed != 0); }
int lw_cuda_devices() { return static_cast<int>(torch::cuda::device_count()); }
int lw_cuda_synchronize(int64_t device) { return guarded([&] { torch::cuda::synchronize(device); }); }
int lw_seed_all(uint64_t seed) { return guarded([&] { at::manual_seed(seed); }); }
int lw_seed_cuda(uint64_t seed) { return guarded([&] { torch::cuda::manual_seed(seed); }); }

at::Generator* lw_default_generator() { return &defaultGenerator(); }
at::Generator* lw_new_generator(uint64_t seed) { return new at::Generator(at::detail::createCPUGenerator(seed)); }
void lw_free_generator(at::Generator* g) { if (g != &defaultGenerator()) delete g; }
void lw_seed(at::Generator* g, uint64_t seed) { std::lock_guard<std::mutex> lock(g->mutex()); g->set_current_seed(seed); }
uint64_t lw_current_seed(at::Generator* g) { return g->current_seed(); }
uint64_t lw_new_seed(at::Generator* g) { std::lock_guard<std::mutex> lock(g->mutex()); return g->seed(); }
int lw_generator_state(at::Generator* g, Handle** out) { return guarded([&] { std::lock_guard<std::mutex> lock(g->mutex()); *out = own(g->get_state()); }); }
int lw_set_generator_state(at::Generator* g, Handle* state)
{
    return guarded([&] { std::lock_guard<std::mutex> lock(g->mutex()); g->set_state(state->tensor); });
}

}
