// Memory for tensors. A training step allocates about a gigabyte in blocks of megabytes; malloc takes each from the kernel and gives
// it back, so every step pays for mapping and zeroing the same pages again. Big blocks are kept here for the next request of their size.
#pragma once
#include <c10/core/CPUAllocator.h>
#include <c10/core/impl/alloc_cpu.h>
#include <torch/version.h>
#include <sys/mman.h>
#include <unistd.h>

#include <map>
#include <mutex>
#include <unordered_map>
#include <vector>

// Made for libtorch 1.13; an allocator of a later libtorch has other members, and there the library's own serves.
#if TORCH_VERSION_MAJOR < 2
namespace {

class BlockCache final : public c10::Allocator
{
    static constexpr size_t kPage = size_t{2} << 20;   // the size of a huge page: fewer faults and fewer misses in the address cache
    static constexpr size_t kSmallest = size_t{1} << 20;
    size_t most = static_cast<size_t>(sysconf(_SC_PHYS_PAGES)) * sysconf(_SC_PAGESIZE) / 8;   // of free blocks

    std::mutex lock;
    std::unordered_map<void*, size_t> sizes;           // of every block there is
    std::map<size_t, std::vector<void*>> free;
    size_t freeBytes = 0;

    static BlockCache& instance();

    static void release(void* start) { instance().put(start); }

    void put(void* start)
    {
        std::lock_guard<std::mutex> guard(lock);
        const auto known = sizes.find(start);
        if (known == sizes.end()) { c10::free_cpu(start); return; }
        const size_t size = known->second;
        if (freeBytes + size <= most)
        {
            free[size].push_back(start);
            freeBytes += size;
            return;
        }
        sizes.erase(known);
        munmap(start, size);
    }

    static void* mapped(size_t size) { return mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0); }

    void giveBack()
    {
        for (auto& [size, blocks] : free)
            for (void* start : blocks)
            {
                sizes.erase(start);
                munmap(start, size);
            }
        free.clear();
        freeBytes = 0;
    }

    void* takeSmall(size_t bytes)
    {
        try { return c10::alloc_cpu(bytes); }
        catch (const c10::Error&)
        {
            // What is kept for later is worth less than what is asked for now.
            { std::lock_guard<std::mutex> guard(lock); giveBack(); most = 0; }
            return c10::alloc_cpu(bytes);
        }
    }

    void* take(size_t size)
    {
        std::lock_guard<std::mutex> guard(lock);
        if (auto& kept = free[size]; !kept.empty())
        {
            void* start = kept.back();
            kept.pop_back();
            freeBytes -= size;
            return start;
        }
        // One page more than asked for, so that the block can begin on a huge page's boundary.
        void* wideBlock = mapped(size + kPage);
        if (wideBlock == MAP_FAILED)
        {
            // Here or in a library that asks the system itself, memory is short from now on: nothing is kept for later any more.
            giveBack();
            most = 0;
            wideBlock = mapped(size + kPage);
        }
        TORCH_CHECK(wideBlock != MAP_FAILED, "not enough memory: ", size, " bytes for a tensor were refused");
        auto* wide = static_cast<char*>(wideBlock);
        char* start = reinterpret_cast<char*>((reinterpret_cast<uintptr_t>(wide) + kPage - 1) / kPage * kPage);
        if (start > wide) munmap(wide, start - wide);
        if (wide + kPage > start) munmap(start + size, wide + kPage - start);
        madvise(start, size, MADV_HUGEPAGE);
        sizes[start] = size;
        return start;
    }

public:
    c10::DataPtr allocate(size_t bytes) const override
    {
        if (bytes < kSmallest)
        {
            void* small = instance().takeSmall(bytes);
            return {small, small, &BlockCache::release, c10::Device(c10::DeviceType::CPU)};
        }
        const size_t size = (bytes + kPage - 1) / kPage * kPage;
        void* start = instance().take(size);
        return {start, start, &BlockCache::release, c10::Device(c10::DeviceType::CPU)};
    }

    c10::DeleterFnPtr raw_deleter() const override { return &BlockCache::release; }

    static void trim()
    {
        std::lock_guard<std::mutex> guard(instance().lock);
        instance().giveBack();
    }

    static void install() { c10::SetAllocator(c10::DeviceType::CPU, &instance(), 1); }
};

// Never destroyed: tensors may outlive every static.
BlockCache& BlockCache::instance()
{
    static auto* cache = new BlockCache();
    return *cache;
}

// Free blocks back to the kernel, for a request that is not for a block.
void giveBackMemory() { BlockCache::trim(); }

}
#else
namespace { void giveBackMemory() { } }
#endif
