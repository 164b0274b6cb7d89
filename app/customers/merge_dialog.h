// SPDX-License-Identifier: MIT
#pragma once

#include "app/workspace/workspace.h"

#include <QDialog>
#include <QJsonObject>

class QPushButton;
class QRadioButton;

namespace parley::console {

class Banner;
class PlainLabel;
class SearchField;

/// Makes two customers one: finds the other, says who stays and what happens, and does it.
class MergeDialog : public QDialog {
    Q_OBJECT

public:
    /// @param customer one of the two
    MergeDialog(Workspace& workspace, QJsonObject customer, QWidget* parent);

Q_SIGNALS:
    /// @param customer who stays, as the server has it now
    void merged(const QJsonObject& customer);

private:
    void look(const QString& typed);
    void setOther(const QJsonObject& other);
    void merge();

    Workspace& m_workspace;
    QJsonObject m_customer;
    QJsonObject m_other;
    Banner* m_banner;
    SearchField* m_search;
    PlainLabel* m_found;
    QRadioButton* m_keepThis;
    QRadioButton* m_keepOther;
    QPushButton* m_merge;
};

} // namespace parley::console
