// SPDX-License-Identifier: MIT
// Compiles the header that every folder of the console precompiles.
#include "app/pch.h"
