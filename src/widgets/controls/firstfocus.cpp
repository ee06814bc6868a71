#include "widgets/controls/firstfocus.h"

#include <QFocusEvent>
#include <QPointer>
#include <QWidget>

namespace {

class FirstFocus : public QObject
{
public:
    FirstFocus(QWidget *page, QWidget *first)
        : QObject{page}
        , m_first{first}
    {
        page->installEventFilter(this);
    }

    void lead(QWidget *first) { m_first = first; }

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::FocusIn && m_first)
            m_first->setFocus(static_cast<QFocusEvent *>(event)->reason());
        return false;
    }

private:
    QPointer<QWidget> m_first;
};

} // namespace

void setFirstFocus(QWidget *page, QWidget *first)
{
    for (QObject *child : page->children()) {
        if (auto *known = dynamic_cast<FirstFocus *>(child)) {
            known->lead(first);
            return;
        }
    }
    new FirstFocus{page, first};
}
