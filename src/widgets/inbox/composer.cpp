#include "widgets/inbox/composer.h"

#include "domain/freeform.h"
#include "presentation/inboxwords.h"
#include "widgets/controls/banner.h"
#include "widgets/controls/button.h"
#include "widgets/controls/flowlayout.h"
#include "widgets/controls/textlabel.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QPlainTextEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {
constexpr int kTextHeight = 64;
constexpr int kFrameRoom = 5;

/// Its words keep off the round corners, at the right as well where Qt leaves no margin.
class AnswerField final : public QPlainTextEdit
{
public:
    AnswerField() { setViewportMargins(kFrameRoom, kFrameRoom, kFrameRoom, kFrameRoom); }
};

} // namespace

Composer::Composer(const Clock &clock, QWidget *parent)
    : QWidget{parent}
    , m_clock{clock}
    , m_banner{new Banner}
    , m_closed{new TextLabel{{}, TypeRole::Body, TextLabel::Ink::Text2}}
    , m_text{new AnswerField}
    , m_fileChip{new Button{{}, ButtonKind::Outlined, u"close"_s}}
    , m_template{new Button{tr("Template"), ButtonKind::Quiet, u"templates"_s}}
    , m_attach{new Button{tr("Attach"), ButtonKind::Quiet, u"file"_s}}
    , m_quick{new Button{tr("Quick answers"), ButtonKind::Quiet, u"paste"_s}}
    , m_quickMenu{new QMenu{this}}
    , m_hint{new TextLabel{tr("Ctrl Enter sends · Meta charges for replies"), TypeRole::Label,
                           TextLabel::Ink::Text3}}
    , m_countdown{new TextLabel{{}, TypeRole::Label, TextLabel::Ink::Text2}}
    , m_send{new Button{tr("Send"), ButtonKind::Primary, u"send"_s}}
    , m_tools{new QWidget}
    , m_below{new QBoxLayout{QBoxLayout::LeftToRight}}
{
    m_text->setObjectName(u"answerText"_s);
    m_text->setAccessibleName(tr("Your answer"));
    m_text->setPlaceholderText(tr("Write an answer"));
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(scaledWithText(kTextHeight));
    m_text->installEventFilter(this);
    m_fileChip->setObjectName(u"attachedFile"_s);
    m_fileChip->setSmall(true);
    m_fileChip->hide();
    m_quick->setMenu(m_quickMenu);
    m_send->setObjectName(u"sendAnswer"_s);
    m_template->setObjectName(u"answerTemplate"_s);
    m_closed->setObjectName(u"answerClosed"_s);
    m_closed->setWordWrap(true);
    m_countdown->setObjectName(u"answerCountdown"_s);
    m_hint->setToolTip(
        tr("Since October 2026 Meta charges for free answers too, at the rate of utility messages of "
           "the person's country."));
    m_banner->hide();

    auto *tools = new FlowLayout{8, 8, m_tools};
    for (Button *button : {m_template, m_attach, m_quick})
        tools->addWidget(button);
    m_below->setSpacing(8);
    m_below->addWidget(m_tools, 1);
    m_below->addWidget(m_send, 0, Qt::AlignTrailing | Qt::AlignBottom);
    setMinimumWidth(1); // everything in it wraps
    auto *column = new QVBoxLayout{this};
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addWidget(m_banner);
    column->addWidget(m_closed);
    column->addWidget(m_text);
    column->addWidget(m_fileChip, 0, Qt::AlignLeading);
    auto *notes = new QHBoxLayout;
    notes->setSpacing(16);
    m_countdown->setWordWrap(true);
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignTrailing | Qt::AlignTop);
    notes->addWidget(m_countdown, 1, Qt::AlignTop);
    notes->addWidget(m_hint, 1, Qt::AlignTop);
    column->addLayout(notes);
    column->addLayout(m_below);

    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        updateButtons();
        if (m_conversation.id.isValid())
            emit draftChanged(m_conversation.id, text());
    });
    connect(m_fileChip, &Button::clicked, this, [this] { setFile({}); });
    connect(m_template, &Button::clicked, this, &Composer::templateRequested);
    connect(m_attach, &Button::clicked, this, &Composer::fileRequested);
    connect(m_send, &Button::clicked, this, &Composer::send);
    rebuildMenu();
    refresh();
}

void Composer::setConversation(const Conversation &conversation)
{
    const bool isOther = conversation.id != m_conversation.id;
    m_conversation = conversation;
    if (isOther) {
        const QSignalBlocker quiet{m_text};
        m_text->setPlainText(conversation.draft);
        m_text->moveCursor(QTextCursor::End);
        m_banner->hide();
        setFile({});
    }
    refresh();
}

void Composer::setQuickAnswers(const std::vector<QuickAnswer> &answers)
{
    m_answers = answers;
    rebuildMenu();
}

void Composer::setHandingOver(ConversationId id, bool isHandingOver)
{
    if (isHandingOver)
        m_handingOver.insert(id);
    else
        m_handingOver.erase(id);
    updateButtons();
}

void Composer::takeOut(const QString &words, const QString &file)
{
    QString left = text();
    if (left.endsWith(words))
        left.chop(words.size());
    if (left.endsWith(u'\n'))
        left.chop(1);
    m_text->setPlainText(left);
    m_banner->setVisible(!left.isEmpty() && m_banner->isVisible());
    if (QFileInfo{m_file} == QFileInfo{file})
        setFile({});
}

void Composer::putBack(const QString &words, const QString &file)
{
    QStringList parts{words, text()};
    parts.removeAll(QString{});
    m_text->setPlainText(parts.join(u'\n'));
    m_text->moveCursor(QTextCursor::End);
    if (m_file.isEmpty())
        setFile(file);
}

void Composer::refresh()
{
    const UtcTime now = m_clock.now();
    const QString why = whyClosedText(m_conversation, now);
    m_closed->setText(why);
    m_closed->setVisible(!why.isEmpty());
    m_text->setVisible(why.isEmpty());
    m_countdown->setText(countdownText(m_conversation, now));
    m_countdown->setVisible(!m_countdown->text().isEmpty());
    updateButtons();
}

void Composer::showProblem(const Error &error)
{
    m_banner->setMessage(Tone::Red, tr("The answer was not sent."), error.message);
    m_banner->show();
}

QString Composer::text() const
{
    return m_text->toPlainText();
}

void Composer::setFile(const QString &path)
{
    m_file = path;
    const QString name = QFileInfo{path}.fileName();
    m_fileChip->setText(name);
    m_fileChip->setAccessibleName(tr("Do not send the file %1").arg(name));
    m_fileChip->setVisible(!path.isEmpty());
    updateButtons();
}

bool Composer::canWrite() const
{
    return m_conversation.id.isValid() && whyClosedText(m_conversation, m_clock.now()).isEmpty();
}

bool Composer::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (isEnter && (key->modifiers() & Qt::ControlModifier)) {
            send();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

/// Where the tools and the button do not fit beside each other, they stand below each other.
void Composer::resizeEvent(QResizeEvent *event)
{
    const QMargins margins = layout()->contentsMargins();
    const int needed =
        m_tools->layout()->sizeHint().width() + m_below->spacing() + m_send->sizeHint().width();
    m_below->setDirection(needed > width() - margins.left() - margins.right() ? QBoxLayout::TopToBottom
                                                                              : QBoxLayout::LeftToRight);
    QWidget::resizeEvent(event);
}

void Composer::send()
{
    if (m_send->isEnabled())
        emit sendRequested(text(), m_file);
}

void Composer::rebuildMenu()
{
    m_quickMenu->clear();
    for (const QuickAnswer &answer : m_answers)
        m_quickMenu->addAction(answer.name, this,
                               [this, text = answer.text] { m_text->insertPlainText(text); });
    if (!m_answers.empty())
        m_quickMenu->addSeparator();
    m_quickMenu->addAction(tr("Keep these words as a quick answer…"), this, [this] {
        if (!text().trimmed().isEmpty())
            emit quickAnswerRequested(text());
    });
    if (m_answers.empty())
        return;
    QMenu *remove = m_quickMenu->addMenu(tr("Remove"));
    for (const QuickAnswer &answer : m_answers)
        remove->addAction(answer.name, this, [this, id = answer.id] { emit quickAnswerRemoved(id); });
}

void Composer::updateButtons()
{
    const bool isOpen = canWrite();
    const qsizetype length = text().toUcs4().size();
    const qsizetype most = m_file.isEmpty() ? kLongestAnswer : kLongestCaption;
    const bool hasSomething = !m_file.isEmpty() || !text().trimmed().isEmpty();
    m_text->setReadOnly(isHandingOver());
    m_send->setEnabled(isOpen && !isHandingOver() && length <= most && hasSomething);
    m_send->setVisible(isOpen);
    m_attach->setVisible(isOpen);
    m_quick->setVisible(isOpen);
    m_hint->setVisible(isOpen);
    m_template->setEnabled(m_conversation.id.isValid() && !m_conversation.isStopped
                           && !m_conversation.phone.isEmpty());
    m_hint->setText(length <= most ? tr("Ctrl Enter sends · Meta charges for replies")
                                   : tr("%Ln characters too many", nullptr, static_cast<int>(length - most)));
    m_hint->setInk(length <= most ? TextLabel::Ink::Text3 : TextLabel::Ink::Red);
}
