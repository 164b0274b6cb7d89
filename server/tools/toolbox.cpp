// SPDX-License-Identifier: MIT
#include "server/tools/toolbox.h"

namespace parley::server::tools {

std::string_view toolStatusName(ToolStatus status)
{
    switch (status) {
    case ToolStatus::Failed:
        return "failed";
    case ToolStatus::Refused:
        return "refused";
    case ToolStatus::NeedsConfirmation:
        return "needs_confirmation";
    case ToolStatus::Done:
        break;
    }
    return "done";
}

} // namespace parley::server::tools
