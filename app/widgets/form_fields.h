// SPDX-License-Identifier: MIT
#pragma once

#include "app/widgets/form.h"

class QComboBox;

/// Fields that few forms need.
namespace parley::console {

/// A number that may be left out: an empty field is null.
/// @param decimals 0: whole numbers @param meaning shown while it is empty: what that means
FormField& addOptionalNumber(Form& form,
                             const QString& name,
                             const QString& label,
                             double least,
                             double most,
                             int decimals = 0,
                             const QString& hint = {},
                             const QString& meaning = {});

/// A choice that is filled, or filled anew, later. The chosen value stays, also where it is not among them.
/// @param note a line at the end that cannot be chosen; empty: none
void setChoices(FormField& field, const QList<FormChoice>& choices, const QString& note = {});

/// A line at the end of a choice that says something and cannot be chosen; empty: none is added.
void addNote(QComboBox& box, const QString& note);

} // namespace parley::console
