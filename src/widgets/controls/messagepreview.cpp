#include "widgets/controls/messagepreview.h"

#include "widgets/controls/card.h"
#include "widgets/controls/textlabel.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/theme.h"
#include "widgets/theme/typography.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace {

constexpr int kBubbleWidth = 296;
constexpr int kWordsWidth = kBubbleWidth - 24;
constexpr int kMediaHeight = 112;
constexpr int kButtonHeight = 36;

/// The white sheet of a message; its top leading corner is nearly square, where an incoming message comes
/// from.
class Bubble final : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = Theme::of(this);
        QPainter painter{this};
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF box = QRectF{rect()}.adjusted(0.5, 0.5, -0.5, -0.5);
        const double leftTop = layoutDirection() == Qt::LeftToRight ? 2 : 10;
        const double rightTop = layoutDirection() == Qt::LeftToRight ? 10 : 2;
        QPainterPath path;
        path.moveTo(box.left() + leftTop, box.top());
        path.lineTo(box.right() - rightTop, box.top());
        path.arcTo(box.right() - 2 * rightTop, box.top(), 2 * rightTop, 2 * rightTop, 90, -90);
        path.lineTo(box.right(), box.bottom() - 10);
        path.arcTo(box.right() - 20, box.bottom() - 20, 20, 20, 0, -90);
        path.lineTo(box.left() + 10, box.bottom());
        path.arcTo(box.left(), box.bottom() - 20, 20, 20, -90, -90);
        path.lineTo(box.left(), box.top() + leftTop);
        path.arcTo(box.left(), box.top(), 2 * leftTop, 2 * leftTop, 180, -90);
        painter.setPen(theme.border);
        painter.setBrush(theme.bubble);
        painter.drawPath(path);
    }
};

QString iconFor(HeaderFormat format)
{
    switch (format) {
    case HeaderFormat::Image: return u"image"_s;
    case HeaderFormat::Video: return u"practise"_s;
    case HeaderFormat::Document: return u"file"_s;
    case HeaderFormat::Location: return u"network"_s;
    case HeaderFormat::None:
    case HeaderFormat::Text: return {};
    }
    Q_UNREACHABLE();
}

QString wordFor(HeaderFormat format)
{
    switch (format) {
    case HeaderFormat::Image: return MessagePreview::tr("Picture");
    case HeaderFormat::Video: return MessagePreview::tr("Video");
    case HeaderFormat::Document: return MessagePreview::tr("Document");
    case HeaderFormat::Location: return MessagePreview::tr("Location");
    case HeaderFormat::None:
    case HeaderFormat::Text: return {};
    }
    Q_UNREACHABLE();
}

QString iconFor(const TemplateButton &button)
{
    if (button.type == "URL"_L1)
        return u"external"_s;
    if (button.type == "PHONE_NUMBER"_L1)
        return u"phone"_s;
    if (button.type == "COPY_CODE"_L1 || button.type == "OTP"_L1)
        return u"duplicate"_s;
    return u"reply"_s;
}

/// The picture (or its stand-in) above the words.
class MediaBox final : public QWidget
{
public:
    MediaBox(const PreviewMedia &media, QWidget *parent)
        : QWidget{parent}
        , m_media{media}
        , m_picture{media.localFile.isEmpty() ? QPixmap{} : QPixmap{media.localFile}}
    {
        setMinimumHeight(kMediaHeight);
        setAccessibleName(m_media.caption.isEmpty() ? wordFor(m_media.format) : m_media.caption);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = Theme::of(this);
        QPainter painter{this};
        painter.setRenderHint(QPainter::Antialiasing);
        QPainterPath box;
        box.addRoundedRect(rect(), 8, 8);
        painter.setClipPath(box);
        if (!m_picture.isNull()) {
            painter.setRenderHint(QPainter::SmoothPixmapTransform);
            const QSize filled = m_picture.size().scaled(size(), Qt::KeepAspectRatioByExpanding);
            QRect target{{}, filled};
            target.moveCenter(rect().center());
            painter.drawPixmap(target, m_picture);
            return;
        }
        painter.fillRect(rect(), theme.primarySoft);
        const QString caption = m_media.caption.isEmpty() ? wordFor(m_media.format) : m_media.caption;
        const QFont font = fontFor(TypeRole::Label);
        const QString words = QFontMetrics{font}.elidedText(caption, Qt::ElideMiddle, width() - 24 - 8 - 24);
        const int wordsWidth = QFontMetrics{font}.horizontalAdvance(words);
        const int left = (width() - 24 - 8 - wordsWidth) / 2;
        drawIcon(&painter, {left, (height() - 24) / 2, 24, 24}, iconFor(m_media.format), theme.primaryText);
        painter.setFont(font);
        painter.setPen(theme.primaryText);
        painter.drawText(QRect{left + 32, 0, wordsWidth + 2, height()}, Qt::AlignVCenter | Qt::TextSingleLine,
                         words);
    }

private:
    PreviewMedia m_media;
    QPixmap m_picture;
};

/// One of the buttons under a bubble. It shows what the person will see; pressing it does nothing.
class PreviewButton final : public QWidget
{
public:
    PreviewButton(const TemplateButton &button, QWidget *parent)
        : QWidget{parent}
        , m_icon{iconFor(button)}
        , m_text{button.text}
    {
        setFixedSize(kBubbleWidth, std::max(kButtonHeight, lineHeightFor(TypeRole::Body) + 14));
        setAccessibleName(m_text);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = Theme::of(this);
        QPainter painter{this};
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(theme.border);
        painter.setBrush(theme.bubble);
        painter.drawRoundedRect(QRectF{rect()}.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
        const QFont font = fontFor(TypeRole::Body);
        const QString words = QFontMetrics{font}.elidedText(m_text, Qt::ElideRight, width() - 60);
        const int wordsWidth = QFontMetrics{font}.horizontalAdvance(words);
        const int left = (width() - 16 - 7 - wordsWidth) / 2;
        drawIcon(&painter, {left, (height() - 16) / 2, 16, 16}, m_icon, theme.primaryText);
        painter.setFont(font);
        painter.setPen(theme.primaryText);
        painter.drawText(QRect{left + 23, 0, wordsWidth + 2, height()}, Qt::AlignVCenter | Qt::TextSingleLine,
                         words);
    }

private:
    QString m_icon;
    QString m_text;
};

struct Mark
{
    QStringView sign;
    QStringView opening;
    QStringView closing;
};

constexpr std::array kMarks{
    Mark{u"```", u"<span style=\"font-family:'Noto Sans Mono',Consolas,Menlo,monospace\">", u"</span>"},
    Mark{u"*",   u"<b>",                                                                    u"</b>"   },
    Mark{u"_",   u"<i>",                                                                    u"</i>"   },
    Mark{u"~",   u"<s>",                                                                    u"</s>"   },
};

/// A character of the message and whether it was filled in.
struct Letter
{
    QChar character;
    bool isFilledIn;
};

bool isWordLetter(const std::vector<Letter> &letters, qsizetype index)
{
    return index >= 0 && index < qsizetype(letters.size())
        && letters[size_t(index)].character.isLetterOrNumber();
}

bool isSpaceAt(const std::vector<Letter> &letters, qsizetype index)
{
    return index < 0 || index >= qsizetype(letters.size()) || letters[size_t(index)].character.isSpace();
}

bool hasSignAt(const std::vector<Letter> &letters, qsizetype index, QStringView sign)
{
    for (qsizetype i = 0; i < sign.size(); ++i) {
        if (index + i >= qsizetype(letters.size()) || letters[size_t(index + i)].character != sign[i])
            return false;
    }
    return true;
}

/// Finds where marks close, before `end`. What was looked for in vain is not looked for again from behind it:
/// a long message full of signs must not hold up the window.
class ClosingSearch
{
public:
    ClosingSearch(const std::vector<Letter> &letters, qsizetype end)
        : m_letters{letters}
        , m_end{end}
    {
    }

    /// Where the mark that opens at `from` closes: on the same line, not right behind the opening, no space
    /// inside the signs and no word right behind them, as WhatsApp reads it.
    std::optional<qsizetype> closingOf(size_t mark, qsizetype from)
    {
        const QStringView sign = kMarks[mark].sign;
        const bool isMono = sign.size() == 3;
        const qsizetype content = from + sign.size();
        if (from < m_barrenUntil[mark]
            || (!isMono && (isWordLetter(m_letters, from - 1) || isSpaceAt(m_letters, content))))
            return {};
        qsizetype at = content;
        for (; at < m_end && (isMono || m_letters[size_t(at)].character != u'\n'); ++at) {
            if (at > content && hasSignAt(m_letters, at, sign)
                && (isMono || (!isSpaceAt(m_letters, at - 1) && !isWordLetter(m_letters, at + sign.size()))))
                return at;
        }
        m_barrenUntil[mark] = at;
        return {};
    }

private:
    const std::vector<Letter> &m_letters;
    const qsizetype m_end;
    std::array<qsizetype, kMarks.size()>
        m_barrenUntil{}; ///< by mark: one that opens before it closes nowhere
};

void appendText(QString &html, QChar character)
{
    if (character == u'\n')
        html += u"<br>"_s;
    else
        html += QString{character}.toHtmlEscaped();
}

void appendHtml(QString &html, const std::vector<Letter> &letters, qsizetype from, qsizetype end,
                const QString &filledStyle, bool plain)
{
    bool isFilled = false;
    const auto setFilled = [&](bool filled) {
        if (filled == isFilled)
            return;
        html += filled ? u"<span style=\"%1\">\u2009"_s.arg(filledStyle) : u"\u2009</span>"_s;
        isFilled = filled;
    };
    ClosingSearch search{letters, end};
    for (qsizetype i = from; i < end;) {
        bool wasMark = false;
        for (size_t index = 0; index < kMarks.size(); ++index) {
            const Mark &mark = kMarks[index];
            if (plain || !hasSignAt(letters, i, mark.sign) || letters[size_t(i)].isFilledIn)
                continue;
            if (const std::optional<qsizetype> closing = search.closingOf(index, i)) {
                setFilled(false);
                html += mark.opening;
                appendHtml(html, letters, i + mark.sign.size(), *closing, filledStyle, mark.sign.size() == 3);
                html += mark.closing;
                i = *closing + mark.sign.size();
                wasMark = true;
                break;
            }
        }
        if (wasMark)
            continue;
        setFilled(letters[size_t(i)].isFilledIn);
        appendText(html, letters[size_t(i)].character);
        ++i;
    }
    setFilled(false);
}

/// Words of a bubble that may carry marks; as high as they need to be.
QLabel *makeRichLabel(const QString &html, TypeRole role)
{
    auto *label =
        new QLabel{u"<div style=\"line-height:%1px\">%2</div>"_s.arg(lineHeightFor(role)).arg(html)};
    label->setTextFormat(Qt::RichText);
    label->setFont(fontFor(role));
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setFocusPolicy(Qt::NoFocus);
    label->setFixedWidth(kWordsWidth);
    label->setFixedHeight(label->heightForWidth(kWordsWidth));
    return label;
}

/// Header text knows no marks; it is bold as a whole.
QString headerHtml(const RenderedMessage &message, const QString &filled)
{
    QString html;
    for (const TextRun &run : message.header) {
        const QString text = run.text.toHtmlEscaped();
        html += run.isFilledIn ? u"<span style=\"%1\">\u2009%2\u2009</span>"_s.arg(filled, text) : text;
    }
    return html;
}

TextLabel *makeFooter(const QString &text)
{
    auto *footer = new TextLabel{text, TypeRole::Label, TextLabel::Ink::Text3};
    footer->setWordWrap(true);
    // A message keeps the side of its own language.
    footer->setAlignment(Qt::AlignAbsolute | (text.isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft));
    footer->setFixedWidth(kWordsWidth);
    footer->setFixedHeight(footer->heightForWidth(kWordsWidth));
    return footer;
}

} // namespace

QString whatsAppTextToHtml(const std::vector<TextRun> &runs, const QString &filledStyle)
{
    std::vector<Letter> letters;
    for (const TextRun &run : runs) {
        for (const QChar character : run.text)
            letters.push_back({character, run.isFilledIn});
    }
    QString html;
    appendHtml(html, letters, 0, qsizetype(letters.size()), filledStyle, false);
    return html;
}

MessagePreview::MessagePreview(QWidget *parent)
    : QFrame{parent}
{
    setFrameLook(this, FrameLook::Chat);
    setAccessibleName(tr("Message preview"));
    auto *content = new QWidget;
    m_column = new QVBoxLayout{content};
    m_column->setContentsMargins(8, 20, 8, 20);
    m_column->setSpacing(4);

    auto *scroll = new QScrollArea;
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    auto *frame = new QVBoxLayout{this};
    frame->setContentsMargins(0, 0, 0, 0);
    frame->addWidget(scroll);
    setMinimumWidth(kBubbleWidth + 24);
}

void MessagePreview::setMessage(const RenderedMessage &message, const std::vector<TemplateButton> &buttons,
                                const PreviewMedia &media, const QString &time)
{
    m_message = message;
    m_buttons = buttons;
    m_media = media;
    m_time = time;
    m_emptySentence.clear();
    rebuild();
}

void MessagePreview::clear(const QString &sentence)
{
    m_message = {};
    m_buttons.clear();
    m_media = {};
    m_emptySentence = sentence;
    rebuild();
}

void MessagePreview::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        rebuild();
}

void MessagePreview::rebuild()
{
    if (m_isRebuilding)
        return;
    m_isRebuilding = true;
    while (QLayoutItem *item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (m_emptySentence.isEmpty())
        addMessage();
    else
        addEmptySentence();
    m_isRebuilding = false;
}

void MessagePreview::addEmptySentence()
{
    auto *sentence = new TextLabel{m_emptySentence, TypeRole::Body, TextLabel::Ink::Text2};
    sentence->setAlignment(Qt::AlignCenter);
    sentence->setWordWrap(true);
    m_column->addStretch();
    m_column->addWidget(sentence);
    m_column->addStretch();
}

void MessagePreview::addMessage()
{
    m_column->addWidget(makeBubble(), 0, Qt::AlignHCenter);
    for (const TemplateButton &button : m_buttons)
        m_column->addWidget(new PreviewButton{button, this}, 0, Qt::AlignHCenter);
    m_column->addStretch();
}

QWidget *MessagePreview::makeBubble()
{
    const Theme &theme = Theme::of(this);
    const QString filled =
        u"background-color:%1; color:%2"_s.arg(theme.primarySoft.name(), theme.primaryText.name());
    auto *bubble = new Bubble;
    bubble->setFixedWidth(kBubbleWidth);
    auto *words = new QVBoxLayout{bubble};
    words->setContentsMargins(12, 10, 12, 10);
    words->setSpacing(0);
    if (m_media.format != HeaderFormat::None && m_media.format != HeaderFormat::Text) {
        words->setContentsMargins(6, 6, 6, 10);
        words->addWidget(new MediaBox{m_media, bubble});
        words->addSpacing(8);
        auto *inner = new QVBoxLayout;
        inner->setContentsMargins(6, 0, 6, 0);
        inner->setSpacing(0);
        words->addLayout(inner);
        words = inner;
    }
    if (!m_message.header.empty()) {
        words->addWidget(makeRichLabel(headerHtml(m_message, filled), TypeRole::BodyBold));
        words->addSpacing(4);
    }
    words->addWidget(makeRichLabel(whatsAppTextToHtml(m_message.body, filled), TypeRole::Body));
    if (!m_message.footer.isEmpty()) {
        words->addSpacing(6);
        words->addWidget(makeFooter(m_message.footer));
    }
    if (!m_time.isEmpty()) {
        auto *time = new TextLabel{m_time, TypeRole::Fine, TextLabel::Ink::Text3};
        time->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        words->addSpacing(2);
        words->addWidget(time);
    }
    bubble->setAccessibleName(m_message.bodyText());
    return bubble;
}
