#pragma once

#include "domain/answerrules.h"

#include <QWidget>

class Button;
class QPlainTextEdit;
class QSpinBox;

/// The section of the settings about people's answers: which of them opt out, and how long an answer counts
/// for a campaign.
class AnswersPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit AnswersPanel(QWidget *parent = nullptr);

    void setRules(const AnswerRules &rules);

signals:
    /// By the person, when they leave a field.
    void rulesChanged(const AnswerRules &rules);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    AnswerRules readRules() const;
    void noteRules();
    void showWhetherUsual();

    QPlainTextEdit *m_answers;
    Button *m_usual;
    QSpinBox *m_hours;
    AnswerRules m_rules; ///< as told last
};
