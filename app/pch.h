// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QtCore>
#include <QtWidgets/QtWidgets>

#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>
