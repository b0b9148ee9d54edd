#pragma once
// The top edge: the product, whether this is practice, the institution, the connection, and who sits here.

#include "contract/session.h"

#include <QWidget>

#include <cstdint>

namespace verdesk::ui {

class Chip;
class PersonButton;
class StatusDot;
class Text;

enum class Connection : std::uint8_t { none, connected, lost };

class TopBar : public QWidget {
    Q_OBJECT

public:
    explicit TopBar(QWidget* parent = nullptr);

    void setEnvironment(Environment environment);  // unknown and live: no chip
    void setMe(const Me& me);
    void forgetPerson();
    void setConnection(Connection connection);
    PersonButton* person() const {
        return person_;
    }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void fit();

    Chip* environment_;
    Text* institution_;
    StatusDot* connection_;
    Text* branch_;
    PersonButton* person_;
    QWidget* brand_;
};

}  // namespace verdesk::ui
