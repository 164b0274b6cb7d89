// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace parley::console {

class Badge;
class ConversationSource;
class ElidedLabel;

/// Above a conversation: the customer, the channel, its state, who has it, and whether the customer is who it
/// says.
class ConversationHeader : public QWidget {
    Q_OBJECT

public:
    /// @param source outlives this
    explicit ConversationHeader(ConversationSource& source, QWidget* parent = nullptr);

    /// Where buttons go, at the end.
    void addTool(QWidget* tool);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void update();

    ConversationSource& m_source;
    ElidedLabel* m_name;
    ElidedLabel* m_detail;
    Badge* m_status;
    Badge* m_verified;
};

/// A conversation's status for a reader.
QString statusWords(const QString& status);
QString channelWords(const QString& channel);

} // namespace parley::console
