// SPDX-License-Identifier: MIT
#pragma once

#include <QPlainTextEdit>

#include <functional>

namespace parley::console {

/// Where a message is typed: grows with its text, takes plain text alone, and tells Enter from a new line.
class ComposerEdit : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit ComposerEdit(QWidget* parent = nullptr);

    /// True: Enter sends, Shift+Enter is a new line. False: the reverse, with Ctrl+Enter.
    void setEnterSends(bool doesSend) { m_doesEnterSend = doesSend; }
    bool doesEnterSend() const { return m_doesEnterSend; }
    /// Asked first for each key; true: it was taken.
    void setKeyFilter(std::function<bool(int key)> filter) { m_filter = std::move(filter); }
    /// The line up to the cursor, where it begins with "/"; null else.
    QString slashWord() const;
    /// Puts text in the place of that word.
    void replaceSlashWord(const QString& text);
    /// From the `@` that begins a word to the cursor, in one line; null where there is none.
    QString atWord() const;
    /// Puts text in the place of that word.
    void replaceAtWord(const QString& text);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void submitted();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool focusNextPrevChild(bool isNext) override;
    bool canInsertFromMimeData(const QMimeData* source) const override;
    void insertFromMimeData(const QMimeData* source) override;

private:
    int wantedHeight() const;

    std::function<bool(int)> m_filter;
    bool m_doesEnterSend = true;
};

} // namespace parley::console
