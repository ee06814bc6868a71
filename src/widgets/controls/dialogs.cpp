#include "widgets/controls/dialogs.h"

#include "widgets/controls/button.h"
#include "widgets/controls/formfield.h"
#include "widgets/controls/textlabel.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 440;
constexpr int kBetweenFields = 16;

/// Keeps a dialog as high as its words are at the width that it got: Qt takes the height that they would have
/// at another one. It grows when more is said, and shrinks only before it is seen.
class WordsFit final : public QObject
{
public:
    explicit WordsFit(QDialog *dialog)
        : QObject{dialog}
        , m_dialog{*dialog}
    {
        dialog->installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const bool isShown = event->type() == QEvent::Show && !event->spontaneous();
        const bool isChanged = event->type() == QEvent::LayoutRequest && m_dialog.isVisible();
        const QLayout *layout = m_dialog.layout();
        if ((isShown || isChanged) && layout->hasHeightForWidth()) {
            const int height = layout->totalHeightForWidth(m_dialog.width());
            m_dialog.resize(m_dialog.width(), isShown ? height : std::max(height, m_dialog.height()));
        }
        return QObject::eventFilter(watched, event);
    }

private:
    QDialog &m_dialog;
};

} // namespace

MessageDialog::MessageDialog(const QString &title, const QString &body, QWidget *parent)
    : QDialog{parent}
    , m_column{new QVBoxLayout{this}}
    , m_content{new QVBoxLayout}
    , m_buttons{new QHBoxLayout}
{
    setWindowTitle(title);
    setAccessibleName(title);
    setAccessibleDescription(body);
    setBackgroundRole(QPalette::Base); // the sheet of a card, not the ground of a page
    setAutoFillBackground(true);

    auto *titleLabel = new TextLabel{title, TypeRole::SectionTitle};
    titleLabel->setWordWrap(true);
    auto *bodyLabel = new TextLabel{body, TypeRole::Body, TextLabel::Ink::Text2};
    bodyLabel->setWordWrap(true);
    bodyLabel->setVisible(!body.isEmpty());
    m_content->setSpacing(8);
    m_buttons->setSpacing(8);
    m_buttons->addStretch();

    m_column->setContentsMargins(24, 20, 24, 20);
    m_column->setSpacing(0);
    m_column->addWidget(titleLabel);
    m_column->addSpacing(8);
    m_column->addWidget(bodyLabel);
    m_column->addLayout(m_content);
    m_column->addSpacing(20);
    m_column->addLayout(m_buttons);
    setMinimumWidth(scaledWithText(kWidth));
    setMaximumWidth(scaledWithText(kWidth) + 120);
    new WordsFit{this};
}

void MessageDialog::addContent(QWidget *content)
{
    if (m_content->count() == 0)
        m_content->setContentsMargins(0, 12, 0, 0);
    else if (qobject_cast<FormField *>(content) != nullptr)
        m_content->addSpacing(kBetweenFields - m_content->spacing());
    m_content->addWidget(content);
}

Button *MessageDialog::addButton(const QString &text, ButtonKind kind, int result, bool isDefault)
{
    auto *button = new Button{text, kind};
    m_buttons->addWidget(button);
    if (isDefault) {
        button->setDefault(true);
        button->setFocus(Qt::TabFocusReason);
    }
    connect(button, &Button::clicked, this, [this, result] { done(result); });
    return button;
}

void MessageDialog::setDetails(const QString &details)
{
    if (details.isEmpty())
        return;
    auto *fold = new Button{tr("Details for support"), ButtonKind::Link, u"chevron-right"_s};
    auto *text = new QPlainTextEdit{details};
    text->setReadOnly(true);
    text->setAccessibleName(tr("Details for support"));
    text->setFont(fontFor(TypeRole::Label));
    text->setFixedHeight(scaledWithText(88));
    auto *copy = new Button{tr("Copy"), ButtonKind::Outlined, u"duplicate"_s};
    copy->setSmall(true);
    text->hide();
    copy->hide();
    addContent(fold);
    addContent(text);
    addContent(copy);
    connect(fold, &Button::clicked, this, [this, fold, text, copy] {
        const bool opens = !text->isVisible();
        fold->setIconName(opens ? u"chevron-down"_s : u"chevron-right"_s);
        text->setVisible(opens);
        copy->setVisible(opens);
        adjustSize();
    });
    connect(copy, &Button::clicked, this, [details] { QApplication::clipboard()->setText(details); });
}

MessageDialog *askBeforeLosing(QWidget *parent, const QString &question, const QString &whatIsLost,
                               const QString &verb, const QString &keep)
{
    auto *dialog = new MessageDialog{question, whatIsLost, parent};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->addButton(keep, ButtonKind::Outlined, QDialog::Rejected, true);
    dialog->addButton(verb, ButtonKind::Destructive, QDialog::Accepted);
    dialog->open();
    return dialog;
}

MessageDialog *tellError(QWidget *parent, const QString &title, const Error &error)
{
    auto *dialog = new MessageDialog{title, error.message, parent};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setDetails(error.detail);
    dialog->addButton(MessageDialog::tr("Close"), ButtonKind::Primary, QDialog::Accepted, true);
    dialog->open();
    return dialog;
}
