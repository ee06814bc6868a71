#pragma once

#include "base/result.h"
#include "domain/preflight.h"
#include "widgets/controls/card.h"

#include <vector>

class Button;
class HintLine;
class QLabel;
class TextLabel;

/// The pre-flight list: what blocks (red), what is worth a look (amber), what passed (green), the worst
/// first.
class CheckList final : public Card
{
    Q_OBJECT

public:
    explicit CheckList(QWidget *parent = nullptr);

    void showChecking();
    void showChecks(const std::vector<PreflightCheck> &checks);
    void showError(const Error &error);

signals:
    void checkAgainRequested();
    /// A person wants to mend what the check with this id found.
    void fixRequested(const QString &checkId);

private:
    class Tally;
    class Row;

    void clearRows();

    Tally *m_blocked;
    Tally *m_warned;
    Tally *m_passed;
    Button *m_againButton;
    HintLine *m_state;
    QVBoxLayout *m_rows;
};
