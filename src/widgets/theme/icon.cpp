#include "widgets/theme/icon.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

// A static library's resources are dropped by the linker unless somebody asks for them; the macro wants no
// namespace.
static void useResources()
{
    Q_INIT_RESOURCE(fanfare);
}

namespace {

constexpr QByteArrayView kDrawnColor{"#544E5F"}; // the one colour in all icon files
constexpr QByteArrayView kOuterRays[]{"M20.69 24.02L23.67 23.66", "M7.98 11.31L8.34 8.33"};

QByteArray resourceBytes(const QString &path)
{
    useResources();
    QFile file{path};
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("No resource %s", qUtf8Printable(path));
        return {};
    }
    return file.readAll();
}

QPixmap rendered(const QByteArray &svg, int size, double devicePixelRatio)
{
    const int pixels = static_cast<int>(std::ceil(size * devicePixelRatio));
    QPixmap pixmap{pixels, pixels};
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer{svg};
    QPainter painter{&pixmap};
    renderer.render(&painter, QRectF{0, 0, double(pixels), double(pixels)});
    painter.end();
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

bool pointsSideways(const QString &name)
{
    static const std::array names{u"chevron-left"_s, u"chevron-right"_s, u"reply"_s,
                                  u"send"_s,         u"external"_s,      u"status-responded"_s};
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// Draws in the colour that the application's palette stands for when it is asked, and so follows a theme
/// switch.
class ThemedIconEngine final : public QIconEngine
{
public:
    ThemedIconEngine(QString name, ThemeColor color)
        : m_name{std::move(name)}
        , m_color{color}
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        drawIcon(painter, rect, m_name, colorFor(mode));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return iconPixmap(m_name, colorFor(mode), std::min(size.width(), size.height()), 1);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        const int pixels = std::min(size.width(), size.height());
        return iconPixmap(m_name, colorFor(mode), static_cast<int>(std::lround(pixels / scale)), scale);
    }

    QString key() const override { return u"fanfare"_s; }
    QString iconName() override { return m_name; }
    bool isNull() override { return false; }
    QIconEngine *clone() const override { return new ThemedIconEngine{m_name, m_color}; }

private:
    QColor colorFor(QIcon::Mode mode) const
    {
        const Theme &theme = Theme::of(QGuiApplication::palette());
        return mode == QIcon::Disabled ? theme.disabled : theme.*m_color;
    }

    QString m_name;
    ThemeColor m_color;
};

} // namespace

QIcon themedIcon(const QString &name, ThemeColor color)
{
    return QIcon{
        new ThemedIconEngine{name, color}
    };
}

bool isThemedIcon(const QIcon &icon)
{
    return !icon.isNull() && QFile::exists(u":/fanfare/icons/%1.svg"_s.arg(icon.name()));
}

QPixmap iconPixmap(const QString &name, const QColor &color, int size, double devicePixelRatio)
{
    const bool mirrored = QGuiApplication::isRightToLeft() && pointsSideways(name);
    const QString key = u"fanfare/%1/%2/%3/%4/%5"_s.arg(name, color.name(QColor::HexArgb))
                            .arg(size)
                            .arg(devicePixelRatio)
                            .arg(mirrored ? 1 : 0);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;

    QByteArray svg = resourceBytes(u":/fanfare/icons/%1.svg"_s.arg(name));
    if (svg.isEmpty())
        return {};
    // A small icon keeps the line width of a large one: 1.5 pixels on the screen, not 1.5 units of the
    // drawing.
    if (size < 20 && !name.startsWith(u"status-"))
        svg.replace("stroke-width=\"1.5\"", "stroke-width=\"" + QByteArray::number(1.5 * 20 / size) + '"');
    svg.replace(kDrawnColor, color.name().toLatin1());
    pixmap = rendered(svg, size, devicePixelRatio);
    if (mirrored)
        pixmap = QPixmap::fromImage(pixmap.toImage().mirrored(true, false));
    pixmap.setDevicePixelRatio(devicePixelRatio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

void drawIcon(QPainter *painter, const QRect &rect, const QString &name, const QColor &color)
{
    const int size = std::min(rect.width(), rect.height());
    const QPixmap pixmap = iconPixmap(name, color, size, painter->device()->devicePixelRatioF());
    if (!pixmap.isNull())
        painter->drawPixmap(rect.x() + (rect.width() - size) / 2, rect.y() + (rect.height() - size) / 2,
                            pixmap);
}

QPixmap markPixmap(int size, double devicePixelRatio)
{
    const QString key = u"fanfare/mark/%1/%2"_s.arg(size).arg(devicePixelRatio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;

    QByteArray svg = resourceBytes(u":/fanfare/fanfare-mark.svg"_s);
    if (size < 24) {
        for (const QByteArrayView ray : kOuterRays)
            svg.replace(ray, QByteArrayView{""});
    }
    pixmap = rendered(svg, size, devicePixelRatio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QIcon markIcon()
{
    QIcon icon;
    for (const int size : {16, 24, 32, 48, 64, 128, 256})
        icon.addPixmap(markPixmap(size, 1));
    return icon;
}
