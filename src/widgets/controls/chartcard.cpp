#include "widgets/controls/chartcard.h"

#include "widgets/controls/button.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/textlabel.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/theme.h"

#include <QBuffer>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QImage>
#include <QMenu>
#include <QPainter>
#include <QStackedWidget>
#include <QSvgGenerator>

using namespace Qt::StringLiterals;

namespace {

constexpr int kTableRow = 28;
constexpr int kNameColumn = 140;
constexpr int kNumberColumn = 84;
constexpr int kPictureMargin = 16;
constexpr int kPictureScale = 2; // sharp in a document too

} // namespace

ChartCard::ChartCard(const QString &title, const QString &unit, QWidget *chart,
                     std::function<ChartTable()> numbers, QWidget *parent)
    : Card{16, parent}
    , m_title{title}
    , m_chart{chart}
    , m_numbers{std::move(numbers)}
    , m_unit{new TextLabel{unit, TypeRole::Fine, TextLabel::Ink::Text3}}
    , m_more{Button::iconOnly(u"more"_s, tr("More about “%1”").arg(title))}
    , m_model{new ChartTableModel{this}}
    , m_table{new DataTable}
    , m_nothing{new TextLabel{{}, TypeRole::Body, TextLabel::Ink::Text3}}
    , m_stack{new QStackedWidget}
{
    const auto margins = [this](int leading, int top, int trailing, int bottom) {
        return isRightToLeft() ? QMargins{trailing, top, leading, bottom}
                               : QMargins{leading, top, trailing, bottom};
    };
    column()->setContentsMargins(margins(16, 8, 8, 8));
    m_more->setSmall(true);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(new TextLabel{title, TypeRole::CardTitle});
    m_unit->setElided(true);
    m_unit->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    head->addWidget(m_unit, 1);
    head->addWidget(m_more);
    column()->addLayout(head);
    column()->addSpacing(4);

    m_table->setAccessibleName(title);
    m_table->setModel(m_model);
    m_table->setRowHeight(kTableRow);
    m_table->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_stack->addWidget(chart);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_nothing);
    auto *body = new QHBoxLayout;
    body->setContentsMargins(margins(0, 0, 8, 0));
    body->addWidget(m_stack);
    column()->addLayout(body, 1);
    connect(m_more, &Button::clicked, this, &ChartCard::showMenu);
}

void ChartCard::setUnit(const QString &unit)
{
    m_unit->setText(unit);
}

void ChartCard::setEmpty(const QString &sentence)
{
    m_isEmpty = true;
    m_nothing->setText(sentence);
    m_more->setEnabled(false);
    m_stack->setCurrentWidget(m_nothing);
}

void ChartCard::setFilled()
{
    m_isEmpty = false;
    m_more->setEnabled(true);
    setTableShown(m_wantsTable);
}

void ChartCard::refreshTable()
{
    if (!isTableShown())
        return;
    m_model->setTable(m_numbers());
}

bool ChartCard::isTableShown() const
{
    return m_stack->currentWidget() == m_table;
}

void ChartCard::setTableShown(bool shown)
{
    m_wantsTable = shown;
    if (m_isEmpty)
        return;
    if (!shown) {
        m_stack->setCurrentWidget(m_chart);
        return;
    }
    m_model->setTable(m_numbers());
    std::vector<TableColumn> columns;
    for (int column = 0; column < m_model->columnCount(); ++column)
        columns.push_back({column, column == 0 ? kNameColumn : kNumberColumn, column == 0, 0});
    m_table->setColumns(std::move(columns));
    m_stack->setCurrentWidget(m_table);
}

void ChartCard::showMenu()
{
    auto *menu = new QMenu{this};
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(themedIcon(u"image"_s), tr("Export picture…")), &QAction::triggered, this,
            [this] { emit pictureWanted(picture()); });
    connect(menu->addAction(themedIcon(u"export"_s), tr("Export numbers…")), &QAction::triggered, this,
            [this] { emit numbersWanted(m_title, m_numbers()); });
    menu->addSeparator();
    const bool isTable = isTableShown();
    connect(menu->addAction(isTable ? tr("Show as chart") : tr("Show as table")), &QAction::triggered, this,
            [this, isTable] {
                setTableShown(!isTable);
                if (!isTable)
                    m_table->setFocus(Qt::TabFocusReason);
            });
    menu->popup(m_more->mapToGlobal(QPoint{0, m_more->height() + 4}));
}

ChartPicture ChartCard::picture() const
{
    const Theme &theme = Theme::of(this);
    const int titleHeight = lineHeightFor(TypeRole::CardTitle) + 8;
    const QSize size = m_chart->size() + QSize{2 * kPictureMargin, 2 * kPictureMargin + titleHeight};
    const auto paint = [&](QPainter *painter) {
        painter->fillRect(QRect{QPoint{}, size}, theme.surface);
        painter->setFont(fontFor(TypeRole::CardTitle));
        painter->setPen(theme.text);
        painter->drawText(
            QRect{kPictureMargin, kPictureMargin, size.width() - 2 * kPictureMargin, titleHeight},
            Qt::AlignTop | static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)),
            m_title);
        m_chart->render(painter, QPoint{kPictureMargin, kPictureMargin + titleHeight}, {},
                        QWidget::DrawChildren);
    };
    ChartPicture result{m_title, {}, {}};

    QImage image{size * kPictureScale, QImage::Format_ARGB32_Premultiplied};
    image.setDevicePixelRatio(kPictureScale);
    image.fill(Qt::transparent);
    QPainter imagePainter{&image};
    paint(&imagePainter);
    imagePainter.end();
    QBuffer png{&result.png};
    png.open(QIODevice::WriteOnly);
    image.save(&png, "PNG");

    QBuffer svg{&result.svg};
    QSvgGenerator generator;
    generator.setOutputDevice(&svg);
    generator.setSize(size);
    generator.setViewBox(QRect{QPoint{}, size});
    generator.setTitle(m_title);
    QPainter svgPainter{&generator};
    paint(&svgPainter);
    svgPainter.end();
    return result;
}
