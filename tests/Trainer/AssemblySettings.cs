using Xunit;

// One at a time: live tensors are counted for the whole process, and each test may use every core.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
