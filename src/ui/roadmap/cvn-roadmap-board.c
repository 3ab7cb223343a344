/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-roadmap-board"

#include "cvn-roadmap-board.h"

#include "cvn-direction-operations.h"
#include "cvn-drag.h"
#include "cvn-guard.h"
#include "cvn-operation-dialog.h"
#include "cvn-revisions-window.h"
#include "cvn-roadmap-text.h"
#include "cvn-tall.h"
#include "cvn-tooltip.h"
#include "cvn-window.h"

#include <glib/gi18n-lib.h>

struct _CvnRoadmapBoard
{
  AdwBin parent_instance;

  CvnRoadmapBook *book;
  GtkWidget      *grid;
  GtkWidget      *list;
  AdwSqueezer    *squeezer;
  gboolean        grid_stale;
  gboolean        list_stale;
  guint           fill_id;
  GtkStack       *stack;
  GtkWidget      *add;    /* the first service */
  char           *moving; /* id that gets the focus back once it has moved */
};

G_DEFINE_FINAL_TYPE (CvnRoadmapBoard, cvn_roadmap_board, ADW_TYPE_BIN)

/* What changes something. */
static const char *const changing[] = { "board.move", NULL };

static const char *const timings[CVN_N_TIMINGS] = { N_("Now"), N_("Next"), N_("Later") };

static GPtrArray *
get_axes (CvnRoadmapBoard *self)
{
  return cvn_roadmap_book_get_sheet (self->book)->axes;
}

static const char *
get_axis_name (const CvnCodeName *axis)
{
  return cvn_code_name_get (axis, cvn_interface_language ());
}

static void
moved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (CvnRoadmapBoard) self = data;
  g_autoptr (GError) error = NULL;
  gint64 no = cvn_centre_finish (CVN_CENTRE (source), result, &error);

  if (self->grid == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  cvn_window_show_toast (GTK_WIDGET (self), no > 0 ? _("The service was moved") : error != NULL ? error->message
                                                                                                 : _("It is there already"),
                         no > 0);
}

static void
move_to (CvnRoadmapBoard *self,
         const char      *id,
         const char      *axis,
         CvnTiming        timing)
{
  CvnCentre  *centre = cvn_roadmap_book_get_centre (self->book);
  CvnService *service = cvn_roadmap_sheet_find (cvn_roadmap_book_get_sheet (self->book), id);
  g_autoptr (CvnOperation) operation = NULL;

  if (service == NULL || !cvn_operation_dialog_is_allowed (centre))
    return;
  operation = cvn_move_service_new (id, axis, cvn_timing_get_code (timing));
  cvn_operation_set_subject (operation, cvn_roadmap_pick (service->item, "name"));
  g_free (self->moving);
  self->moving = g_strdup (id);
  cvn_operation_run_async (operation, centre, NULL, moved_cb, g_object_ref (self));
}

/** cvn_roadmap_board_move: moves a service by so many columns of timing and rows of axes, within the board. */
void
cvn_roadmap_board_move (CvnRoadmapBoard *self,
                        const char      *service,
                        int              columns,
                        int              rows)
{
  const CvnService *found = cvn_roadmap_sheet_find (cvn_roadmap_book_get_sheet (self->book), service);
  GPtrArray        *axes = get_axes (self);
  int               place = 0;

  if (found == NULL)
    return;
  for (guint i = 0; i < axes->len; i++)
    if (g_strcmp0 (((CvnCodeName *) axes->pdata[i])->code, found->axis) == 0)
      place = (int) i;
  place = CLAMP (place + rows, 0, (int) axes->len - 1);
  move_to (self, service, ((CvnCodeName *) axes->pdata[place])->code, (CvnTiming) CLAMP ((int) found->timing + columns, 0, CVN_N_TIMINGS - 1));
}

static void
move_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  int        columns;
  int        rows;

  g_variant_get (parameter, "(ii)", &columns, &rows);
  if (focus != NULL && gtk_widget_is_ancestor (focus, widget) && *gtk_widget_get_name (focus) != '\0')
    cvn_roadmap_board_move (CVN_ROADMAP_BOARD (widget), gtk_widget_get_name (focus), columns, rows);
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y,
            gpointer       data)
{
  GtkWidget       *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  CvnRoadmapBoard *self = data;

  if (!cvn_operation_dialog_is_allowed (cvn_roadmap_book_get_centre (self->book)))
    return NULL;
  return cvn_drag_offer (widget, gtk_widget_get_name (widget));
}

static void
add_label (GtkWidget  *box,
           const char *text,
           const char *css_class)
{
  GtkWidget *label;

  if (*text == '\0')
    return;
  label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
}

/* The name of the widget is the id of the service. */
static GtkWidget *
make_card (CvnRoadmapBoard  *self,
           const CvnService *service)
{
  GtkWidget       *card = gtk_button_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkDragSource   *drag = gtk_drag_source_new ();
  const char      *css_class;
  const char      *id = cvn_record_get_id (service->item);
  g_autofree char *sufficiency = cvn_roadmap_dup_sufficiency (service, &css_class);
  g_autofree char *detail = cvn_roadmap_dup_detail (service);
  g_autofree char *funding = cvn_roadmap_dup_funding (service);
  /* Translators: a service and whether there is enough for it */
  g_autofree char *name = g_strdup_printf (_("%1$s, %2$s"), cvn_roadmap_pick (service->item, "name"), sufficiency);

  gtk_widget_set_name (card, id);
  add_label (box, cvn_roadmap_pick (service->item, "name"), "heading");
  add_label (box, detail, "cvn-caption");
  gtk_box_append (GTK_BOX (box), cvn_roadmap_chip (sufficiency, css_class));
  if (service->uncertain)
    gtk_box_append (GTK_BOX (box), cvn_roadmap_chip (funding, "error"));
  else
    add_label (box, funding, "cvn-caption");
  gtk_button_set_child (GTK_BUTTON (card), box);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "cvn-service");
  gtk_widget_add_css_class (card, css_class);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (card), "win.open-record");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (card), "(ss)", "roadmap_item", id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, detail, -1);
  g_signal_connect_object (drag, "prepare", G_CALLBACK (prepare_cb), self, 0);
  gtk_widget_add_controller (card, GTK_EVENT_CONTROLLER (drag));
  return card;
}

/* A cell's name says where it is: "1 talent". */
static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         gpointer       data)
{
  CvnRoadmapBoard *self = data;
  g_auto (GStrv) place = g_strsplit (gtk_widget_get_name (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target))), " ", 2);

  move_to (self, g_value_get_string (value), place[1], (CvnTiming) g_ascii_strtoll (place[0], NULL, 10));
  return TRUE;
}

static GtkWidget *
make_cell (CvnRoadmapBoard *self,
           const char      *axis,
           CvnTiming        timing)
{
  const CvnRoadmapSheet *sheet = cvn_roadmap_book_get_sheet (self->book);
  GtkWidget             *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkDropTarget         *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_COPY);
  g_autofree char       *name = g_strdup_printf ("%d %s", (int) timing, axis);

  gtk_widget_set_name (cell, name);
  gtk_widget_add_css_class (cell, "cvn-board-cell");
  gtk_widget_set_hexpand (cell, TRUE);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (target));
  for (guint i = 0; i < sheet->services->len; i++)
    {
      const CvnService *service = sheet->services->pdata[i];

      if (g_strcmp0 (service->axis, axis) == 0 && service->timing == timing)
        gtk_box_append (GTK_BOX (cell), make_card (self, service));
    }
  return cell;
}

static GtkWidget *
make_heading (const char *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "yalign", 0.0, NULL);

  gtk_widget_add_css_class (label, "title-4");
  return label;
}

static void
axes_entered_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (CvnRoadmapBoard) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnQuery) query = NULL;

  cvn_centre_finish (CVN_CENTRE (source), result, &error);
  if (self->grid == NULL)
    return;
  if (error != NULL)
    {
      cvn_window_show_toast (GTK_WIDGET (self), error->message, FALSE);
      return;
    }
  query = cvn_query_new (cvn_kind_find ("axis"));
  cvn_window_open_list (GTK_WIDGET (self), query, NULL);
}

/* Those that come with the program become records that can be changed, and are shown. */
static void
axes_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  CvnRoadmapBoard *self = CVN_ROADMAP_BOARD (widget);
  CvnCentre       *centre = cvn_roadmap_book_get_centre (self->book);
  g_autoptr (CvnOperation) operation = NULL;
  g_autoptr (CvnQuery) query = NULL;

  if (!cvn_roadmap_book_is_loaded (self->book))
    return;
  if (cvn_roadmap_book_has_axes (self->book) || cvn_centre_is_read_only (centre))
    {
      query = cvn_query_new (cvn_kind_find ("axis"));
      cvn_window_open_list (widget, query, NULL);
      return;
    }
  if (!cvn_operation_dialog_is_allowed (centre))
    return;
  operation = cvn_enter_axes_new (cvn_roadmap_book_get_sheet (self->book));
  cvn_operation_run_async (operation, centre, NULL, axes_entered_cb, g_object_ref (self));
}

static void
revisions_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  cvn_revisions_window_present (widget, CVN_ROADMAP_BOARD (widget)->book);
}

static GtkWidget *
make_button (const char *icon,
             const char *text,
             const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  cvn_tooltip_set (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

/* What is about the board as a whole. */
static GtkWidget *
make_corner (CvnRoadmapBoard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  if (!cvn_centre_is_read_only (cvn_roadmap_book_get_centre (self->book)))
    gtk_box_append (GTK_BOX (box), make_button ("document-edit-symbolic", _("Change the Axes"), "board.axes"));
  gtk_box_append (GTK_BOX (box), make_button ("document-open-recent-symbolic", _("Revisions of the Roadmap"), "board.revisions"));
  gtk_widget_set_halign (box, GTK_ALIGN_START);
  return box;
}

static void
fill_grid (CvnRoadmapBoard *self)
{
  GPtrArray *axes = get_axes (self);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
  gtk_grid_attach (GTK_GRID (self->grid), make_corner (self), 0, 0, 1, 1);
  for (int column = 0; column < CVN_N_TIMINGS; column++)
    gtk_grid_attach (GTK_GRID (self->grid), make_heading (_(timings[column])), column + 1, 0, 1, 1);
  for (int row = 0; row < (int) axes->len; row++)
    {
      const CvnCodeName *axis = axes->pdata[row];

      gtk_grid_attach (GTK_GRID (self->grid), make_heading (get_axis_name (axis)), 0, row + 1, 1, 1);
      for (int column = 0; column < CVN_N_TIMINGS; column++)
        gtk_grid_attach (GTK_GRID (self->grid), make_cell (self, axis->code, (CvnTiming) column), column + 1, row + 1, 1, 1);
    }
}

/* One cell of the board under its heading; nothing for an empty one. */
static void
fill_list_cell (CvnRoadmapBoard   *self,
                const CvnCodeName *axis,
                int                timing)
{
  const CvnRoadmapSheet *sheet = cvn_roadmap_book_get_sheet (self->book);
  /* Translators: an axis of the vision and a timing: Talent · Now */
  g_autofree char *title = g_strdup_printf (_("%1$s · %2$s"), get_axis_name (axis), _(timings[timing]));
  gboolean         begun = FALSE;

  for (guint i = 0; i < sheet->services->len; i++)
    {
      const CvnService *service = sheet->services->pdata[i];

      if (g_strcmp0 (service->axis, axis->code) != 0 || (int) service->timing != timing)
        continue;
      if (!begun)
        gtk_box_append (GTK_BOX (self->list), make_heading (title));
      begun = TRUE;
      gtk_box_append (GTK_BOX (self->list), make_card (self, service));
    }
}

/* The same below each other, for a narrow window. */
static void
fill_list (CvnRoadmapBoard *self)
{
  GPtrArray *axes = get_axes (self);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  gtk_box_append (GTK_BOX (self->list), make_corner (self));
  for (guint row = 0; row < axes->len; row++)
    for (int timing = 0; timing < CVN_N_TIMINGS; timing++)
      fill_list_cell (self, axes->pdata[row], timing);
}

static GtkWidget *
find_card (GtkWidget  *root,
           const char *id)
{
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_widget_get_name (root), id) == 0 && gtk_widget_get_mapped (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_card (child, id);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The keyboard stays with what it has moved. */
static void
focus_again (CvnRoadmapBoard *self)
{
  GtkWidget *card = self->moving != NULL ? find_card (GTK_WIDGET (self), self->moving) : NULL;

  g_clear_pointer (&self->moving, g_free);
  if (card != NULL)
    gtk_widget_grab_focus (card);
}

/* Of the two only the one that is seen: the cards are many. */
static void
fill_seen (CvnRoadmapBoard *self)
{
  gboolean wide = adw_squeezer_get_visible_child (self->squeezer) != self->list;

  if (!cvn_roadmap_book_is_loaded (self->book))
    return;
  if (wide && self->grid_stale)
    fill_grid (self);
  else if (!wide && self->list_stale)
    fill_list (self);
  if (wide)
    self->grid_stale = FALSE;
  else
    self->list_stale = FALSE;
}

static gboolean
fill_cb (gpointer data)
{
  CvnRoadmapBoard *self = data;

  self->fill_id = 0;
  fill_seen (self);
  return G_SOURCE_REMOVE;
}

/* The other one is seen from now on; that is found out while it is given its place, which is not the time to fill it. */
static void
squeezed_cb (CvnRoadmapBoard *self)
{
  if (self->fill_id == 0)
    self->fill_id = g_idle_add (fill_cb, self);
}

static void
changed_cb (CvnRoadmapBoard *self)
{
  if (!cvn_roadmap_book_is_loaded (self->book))
    return;
  gtk_stack_set_visible_child_name (self->stack, cvn_roadmap_book_get_sheet (self->book)->services->len > 0 ? "board" : "empty");
  self->grid_stale = self->list_stale = TRUE;
  fill_seen (self);
  focus_again (self);
}

static void
cvn_roadmap_board_dispose (GObject *object)
{
  CvnRoadmapBoard *self = CVN_ROADMAP_BOARD (object);

  g_clear_handle_id (&self->fill_id, g_source_remove);
  self->grid = NULL;
  g_clear_object (&self->book);
  G_OBJECT_CLASS (cvn_roadmap_board_parent_class)->dispose (object);
}

static void
cvn_roadmap_board_finalize (GObject *object)
{
  g_free (CVN_ROADMAP_BOARD (object)->moving);
  G_OBJECT_CLASS (cvn_roadmap_board_parent_class)->finalize (object);
}

static void
cvn_roadmap_board_class_init (CvnRoadmapBoardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cvn_roadmap_board_dispose;
  G_OBJECT_CLASS (klass)->finalize = cvn_roadmap_board_finalize;
  gtk_widget_class_install_action (widget_class, "board.move", "(ii)", move_cb);
  gtk_widget_class_install_action (widget_class, "board.axes", NULL, axes_cb);
  gtk_widget_class_install_action (widget_class, "board.revisions", NULL, revisions_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_CONTROL_MASK, "board.move", "(ii)", -1, 0);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_CONTROL_MASK, "board.move", "(ii)", 1, 0);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_CONTROL_MASK, "board.move", "(ii)", 0, -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_CONTROL_MASK, "board.move", "(ii)", 0, 1);
}

static GtkWidget *
make_empty (CvnRoadmapBoard *self)
{
  GtkWidget *status = adw_status_page_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Add Service"));

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), "cvn-roadmap-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (status), _("No Services Yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (status), _("Services stand here by axis and by what comes now, next and later, with whether there is enough money for them."));
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "roadmap.add");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "roadmap_item");
  adw_status_page_set_child (ADW_STATUS_PAGE (status), button);
  self->add = button;
  return status;
}

static void
cvn_roadmap_board_init (CvnRoadmapBoard *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->squeezer = ADW_SQUEEZER (adw_squeezer_new ());
  self->grid = gtk_grid_new ();
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 12);
  gtk_widget_set_size_request (self->grid, 620, -1);
  gtk_widget_add_css_class (self->grid, "cvn-board");
  gtk_widget_add_css_class (self->list, "cvn-board");
  adw_squeezer_set_homogeneous (self->squeezer, FALSE);
  adw_squeezer_set_yalign (self->squeezer, 0);
  adw_squeezer_add (self->squeezer, self->grid);
  adw_squeezer_add (self->squeezer, self->list);
  g_signal_connect_object (self->squeezer, "notify::visible-child", G_CALLBACK (squeezed_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), cvn_tall_new (GTK_WIDGET (self->squeezer)));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), "loading");
  gtk_stack_add_named (self->stack, scrolled, "board");
  gtk_stack_add_named (self->stack, make_empty (self), "empty");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

/** cvn_roadmap_board_new: the services of @book. */
GtkWidget *
cvn_roadmap_board_new (CvnRoadmapBook *book)
{
  CvnRoadmapBoard *self = g_object_new (CVN_TYPE_ROADMAP_BOARD, NULL);

  self->book = g_object_ref (book);
  cvn_guard_actions (GTK_WIDGET (self), cvn_roadmap_book_get_centre (book), changing);
  g_object_bind_property (cvn_roadmap_book_get_centre (book), "read-only", self->add, "visible", G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  g_signal_connect_object (book, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cvn_roadmap_book_get_centre (book), "notify::read-only", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
  return GTK_WIDGET (self);
}
