#pragma once

#include <QWidget>

class Button;
class QHBoxLayout;
class TextLabel;

/// The top of a page: title, one line of context under it, an optional way back, and actions at the trailing
/// edge (quiet ones first, then outlined, then exactly one filled).
class PageHeader : public QWidget
{
    Q_OBJECT

public:
    enum class Leading { None, Back, Close };

    explicit PageHeader(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setContext(const QString &context);
    void setLeading(Leading leading);

    /// Stands right behind the title: a status badge.
    void setTitleMark(QWidget *mark);
    void addAction(QWidget *action);

signals:
    void backRequested();

private:
    Button *m_leadingButton;
    TextLabel *m_title;
    TextLabel *m_context;
    QHBoxLayout *m_titleRow;
    QHBoxLayout *m_actions;
};
