/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-chart-card"

#include "cvn-chart-card.h"

#include "cvn-chart-picture.h"
#include "cvn-chart-table.h"
#include "cvn-first-frame.h"
#include "cvn-text.h"
#include "cvn-tooltip.h"

#include <glib/gi18n-lib.h>

/* The margin at both sides of a card. */
#define SIDE 18

/* The room that is kept for a button, and what is between two. */
#define BUTTON_SIZE 34
#define BUTTON_GAP  6

/**
 * CvnChartCard:
 *
 * A chart with its title, a line of text, the same figures as a table behind a switch, and pictures of it to take away.
 * The line of text shows the figure at hand, else the caption.
 */
struct _CvnChartCard
{
  GtkWidget parent_instance;

  GCancellable *cancellable;
  char         *caption;
  GtkWidget    *heading;
  char         *action; /* of the button that explains, and its parameter; NULL for none */
  char         *target;
  GtkWidget    *buttons;
  GtkWidget    *table_button; /* NULL until the card has been drawn once, as all buttons */
  GtkWidget    *view;
  GtkWidget    *table; /* NULL until it is first looked at, and after the chart has changed */
  GtkWidget    *line;
  gboolean      show_table;
};

G_DEFINE_FINAL_TYPE (CvnChartCard, cvn_chart_card, GTK_TYPE_WIDGET)

typedef enum {
  PROP_CHART = 1,
  PROP_CAPTION,
  PROP_SHOW_TABLE,
} CvnChartCardProperty;

static GParamSpec *properties[PROP_SHOW_TABLE + 1];

static void
update_line (CvnChartCard *self)
{
  const char *point = cvn_chart_view_get_point_text (CVN_CHART_VIEW (self->view));
  const char *text = point != NULL ? point : self->caption;

  /* A blank keeps the line's room, and so does the height of a caption of two lines: the card must not jump when the pointer comes. */
  if (point != NULL)
    gtk_widget_remove_css_class (self->line, "cvn-dim");
  else
    gtk_widget_add_css_class (self->line, "cvn-dim");
  gtk_widget_set_size_request (self->line, -1, point != NULL ? gtk_widget_get_height (self->line) : -1);
  cvn_text_set_text (CVN_TEXT (self->line), text != NULL && *text != '\0' ? text : " ");
}

static void
update_table_button (CvnChartCard *self)
{
  if (self->table_button == NULL)
    return;
  cvn_tooltip_set (self->table_button, self->show_table ? _("Show as Chart") : _("Show as Table"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table_button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Show as Table"), -1);
}

static void
update_table (CvnChartCard *self)
{
  CvnChart *chart = cvn_chart_card_get_chart (self);

  if (self->show_table && self->table == NULL && chart != NULL)
    {
      self->table = cvn_chart_table_new (chart);
      gtk_widget_set_margin_start (self->table, SIDE);
      gtk_widget_set_margin_end (self->table, SIDE);
      gtk_widget_insert_after (self->table, GTK_WIDGET (self), self->view);
    }
  if (self->table != NULL)
    gtk_widget_set_visible (self->table, self->show_table);
  gtk_widget_set_visible (self->view, !self->show_table);
  update_table_button (self);
}

static void
enable_actions (CvnChartCard *self)
{
  gboolean has_chart = cvn_chart_card_get_chart (self) != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.copy", has_chart);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.save-png", has_chart);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.save-svg", has_chart);
}

static void
copy_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  CvnChartCard *self = CVN_CHART_CARD (widget);

  cvn_chart_picture_copy (widget, cvn_chart_card_get_chart (self));
  cvn_text_set_text (CVN_TEXT (self->line), _("The picture is on the clipboard."));
}

/* Said on the card itself: it is where the person looks, and it is in nobody's way. */
static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  CvnChartCard *self = CVN_CHART_CARD (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (!cvn_chart_picture_save_finish (result, &name, &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        cvn_text_set_text (CVN_TEXT (self->line), error->message);
      return;
    }
  if (name == NULL)
    return;
  text = g_strdup_printf (_("Saved as “%s”."), name);
  cvn_text_set_text (CVN_TEXT (self->line), text);
}

static void
save_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  CvnChartCard *self = CVN_CHART_CARD (widget);

  cvn_chart_picture_save_async (widget, cvn_chart_card_get_chart (self),
                                g_str_equal (action, "chart.save-svg") ? CVN_PICTURE_SVG : CVN_PICTURE_PNG,
                                self->cancellable, saved_cb, NULL);
}

static void
cvn_chart_card_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  CvnChartCard *self = CVN_CHART_CARD (object);

  switch ((CvnChartCardProperty) property_id)
    {
    case PROP_CHART:
      g_value_set_boxed (value, cvn_chart_card_get_chart (self));
      break;
    case PROP_CAPTION:
      g_value_set_string (value, self->caption);
      break;
    case PROP_SHOW_TABLE:
      g_value_set_boolean (value, self->show_table);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
cvn_chart_card_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  CvnChartCard *self = CVN_CHART_CARD (object);

  switch ((CvnChartCardProperty) property_id)
    {
    case PROP_CHART:
      cvn_chart_card_set_chart (self, g_value_get_boxed (value));
      break;
    case PROP_CAPTION:
      cvn_chart_card_set_caption (self, g_value_get_string (value));
      break;
    case PROP_SHOW_TABLE:
      cvn_chart_card_set_show_table (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
cvn_chart_card_dispose (GObject *object)
{
  CvnChartCard *self = CVN_CHART_CARD (object);
  GtkWidget    *child;

  g_cancellable_cancel (self->cancellable);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->table = NULL;
  G_OBJECT_CLASS (cvn_chart_card_parent_class)->dispose (object);
}

static void
cvn_chart_card_finalize (GObject *object)
{
  CvnChartCard *self = CVN_CHART_CARD (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->caption, g_free);
  g_clear_pointer (&self->action, g_free);
  g_clear_pointer (&self->target, g_free);
  G_OBJECT_CLASS (cvn_chart_card_parent_class)->finalize (object);
}

static void
cvn_chart_card_class_init (CvnChartCardClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = cvn_chart_card_get_property;
  object_class->set_property = cvn_chart_card_set_property;
  object_class->dispose = cvn_chart_card_dispose;
  object_class->finalize = cvn_chart_card_finalize;

  properties[PROP_CHART] = g_param_spec_boxed ("chart", NULL, NULL, CVN_TYPE_CHART, flags);
  properties[PROP_CAPTION] = g_param_spec_string ("caption", NULL, NULL, NULL, flags);
  properties[PROP_SHOW_TABLE] = g_param_spec_boolean ("show-table", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_css_name (widget_class, "chartcard");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_property_action (widget_class, "chart.show-table", "show-table");
  gtk_widget_class_install_action (widget_class, "chart.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "chart.save-png", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "chart.save-svg", NULL, save_cb);
}

/* The menu is made when it is opened first: a start must not pay for it. */
static void
make_menu_cb (GtkMenuButton *button,
              gpointer       data)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _("_Copy Picture"), "chart.copy");
  g_menu_append (menu, _("Save as _PNG…"), "chart.save-png");
  g_menu_append (menu, _("Save as _SVG…"), "chart.save-svg");
  gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (G_MENU_MODEL (menu)));
  gtk_menu_button_set_create_popup_func (button, NULL, NULL, NULL);
}

static GtkWidget *
make_menu_button (void)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), make_menu_cb, NULL, NULL);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_add_css_class (button, "flat");
  cvn_tooltip_set (button, _("Picture of This Chart"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Picture of This Chart"), -1);
  return button;
}

static GtkWidget *
make_explain_button (CvnChartCard *self)
{
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "icon-name", "dialog-question-symbolic", "valign", GTK_ALIGN_CENTER, NULL);

  cvn_tooltip_set (button, _("Show the rows behind these numbers"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), self->action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", self->target);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Show the rows behind these numbers"), -1);
  return button;
}

static void
keep_room_for_buttons (CvnChartCard *self)
{
  int n = self->action != NULL ? 3 : 2;

  gtk_widget_set_size_request (self->buttons, n * BUTTON_SIZE + (n - 1) * BUTTON_GAP, BUTTON_SIZE);
}

static GtkWidget *
make_header (CvnChartCard *self)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, BUTTON_GAP);

  self->heading = g_object_new (CVN_TYPE_TEXT, "hexpand", TRUE, "valign", GTK_ALIGN_CENTER, NULL);
  gtk_widget_add_css_class (self->heading, "heading");
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, BUTTON_GAP);
  keep_room_for_buttons (self);
  gtk_box_append (GTK_BOX (header), self->heading);
  gtk_box_append (GTK_BOX (header), self->buttons);
  return header;
}

/* Buttons come a frame later, in the room that is kept for them: a start must not pay for them. */
static void
first_frame_cb (GtkWidget *widget)
{
  CvnChartCard *self = CVN_CHART_CARD (widget);

  self->table_button = g_object_new (GTK_TYPE_TOGGLE_BUTTON, "icon-name", "view-list-symbolic",
                                     "action-name", "chart.show-table", "valign", GTK_ALIGN_CENTER, NULL);
  gtk_widget_add_css_class (self->table_button, "flat");
  if (self->action != NULL)
    gtk_box_append (GTK_BOX (self->buttons), make_explain_button (self));
  gtk_box_append (GTK_BOX (self->buttons), self->table_button);
  gtk_box_append (GTK_BOX (self->buttons), make_menu_button ());
  update_table_button (self);
}

static void
add_part (CvnChartCard *self,
          GtkWidget    *part,
          int           side,
          int           top,
          int           bottom)
{
  gtk_widget_set_margin_start (part, side);
  gtk_widget_set_margin_end (part, side);
  gtk_widget_set_margin_top (part, top);
  gtk_widget_set_margin_bottom (part, bottom);
  gtk_widget_set_parent (part, GTK_WIDGET (self));
}

static void
cvn_chart_card_init (CvnChartCard *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->cancellable = g_cancellable_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (widget)), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (widget)), 6);
  gtk_widget_add_css_class (widget, "card");

  self->view = cvn_chart_view_new ();
  gtk_widget_set_vexpand (self->view, TRUE);
  self->line = cvn_text_new (NULL);
  gtk_widget_add_css_class (self->line, "cvn-caption");
  add_part (self, make_header (self), SIDE, 12, 0);
  /* The picture keeps room for the ring around a figure at its edge. */
  add_part (self, self->view, SIDE - 3, 0, 0);
  add_part (self, self->line, SIDE, 0, 12);
  g_signal_connect_object (self->view, "notify::point-text", G_CALLBACK (update_line), self, G_CONNECT_SWAPPED);
  update_line (self);
  update_table (self);
  enable_actions (self);
  cvn_first_frame_wait (widget, first_frame_cb);
}

/** cvn_chart_card_new: a card without a chart. */
GtkWidget *
cvn_chart_card_new (void)
{
  return g_object_new (CVN_TYPE_CHART_CARD, NULL);
}

/** cvn_chart_card_get_chart: (transfer none) (nullable): the chart. */
CvnChart *
cvn_chart_card_get_chart (CvnChartCard *self)
{
  g_return_val_if_fail (CVN_IS_CHART_CARD (self), NULL);
  return cvn_chart_view_get_chart (CVN_CHART_VIEW (self->view));
}

/**
 * cvn_chart_card_set_chart:
 * @self: the card
 * @chart: (nullable): what to show; its title becomes the heading
 */
void
cvn_chart_card_set_chart (CvnChartCard *self,
                          CvnChart     *chart)
{
  const char *title = chart != NULL ? cvn_chart_get_title (chart) : "";

  g_return_if_fail (CVN_IS_CHART_CARD (self));
  if (cvn_chart_card_get_chart (self) == chart)
    return;

  cvn_chart_view_set_chart (CVN_CHART_VIEW (self->view), chart);
  cvn_text_set_text (CVN_TEXT (self->heading), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_clear_pointer (&self->table, gtk_widget_unparent);
  update_table (self);
  update_line (self);
  enable_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHART]);
}

/**
 * cvn_chart_card_set_caption:
 * @self: the card
 * @caption: (nullable): what the line says while no figure is at hand
 */
void
cvn_chart_card_set_caption (CvnChartCard *self,
                            const char   *caption)
{
  g_return_if_fail (CVN_IS_CHART_CARD (self));
  if (g_strcmp0 (self->caption, caption) == 0)
    return;
  g_free (self->caption);
  self->caption = g_strdup (caption);
  update_line (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAPTION]);
}

/**
 * cvn_chart_card_set_action:
 * @self: the card
 * @action: the action that shows the rows behind the numbers
 * @target: its parameter, a text
 *
 * Puts a button on the card that answers why the numbers are what they are. Called before the card is shown.
 */
void
cvn_chart_card_set_action (CvnChartCard *self,
                           const char   *action,
                           const char   *target)
{
  g_return_if_fail (CVN_IS_CHART_CARD (self));

  g_return_if_fail (self->table_button == NULL);

  self->action = g_strdup (action);
  self->target = g_strdup (target);
  keep_room_for_buttons (self);
}

/**
 * cvn_chart_card_set_show_table:
 * @self: the card
 * @show_table: the table instead of the picture
 */
void
cvn_chart_card_set_show_table (CvnChartCard *self,
                               gboolean      show_table)
{
  g_return_if_fail (CVN_IS_CHART_CARD (self));
  if (self->show_table == show_table)
    return;
  self->show_table = show_table;
  update_table (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_TABLE]);
}
