#!/bin/sh
# compile.sh LIBRARY [LIBTORCH]: compiles torch.cpp against Debian's libtorch, or against the one in a folder with include/ and lib/.
set -eu
library=$1 libtorch=${2:-}
source=$(dirname "$0")/torch.cpp
flags='-O2 -DNDEBUG -fPIC -shared -fopenmp -fvisibility=hidden -w'
if [ -z "$libtorch" ]; then
    # shellcheck disable=SC2086
    g++ -std=c++17 $flags -I/usr/include/torch/csrc/api/include -o "$library.new" "$source" -ltorch -ltorch_cpu -lc10
else
    cuda=
    if [ -e "$libtorch/lib/libtorch_cuda.so" ]; then cuda='-Wl,--no-as-needed -ltorch_cuda -lc10_cuda'; fi
    # shellcheck disable=SC2086
    g++ -std=c++20 $flags -I"$libtorch/include" -I"$libtorch/include/torch/csrc/api/include" -o "$library.new" "$source" \
        -L"$libtorch/lib" -Wl,-rpath,"$libtorch/lib" -ltorch -ltorch_cpu -lc10 $cuda
fi
mv -f "$library.new" "$library"
