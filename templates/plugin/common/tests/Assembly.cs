// What one test allocates must not be counted by another.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
