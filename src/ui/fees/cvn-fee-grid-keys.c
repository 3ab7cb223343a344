/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-fee-grid-keys"

#include "cvn-fee-grid-view-private.h"

#include <glib/gi18n-lib.h>

/* How the keyboard, the pointer and the clipboard work on the grid. */

/* Takes what was typed into the current cell; FALSE when it is refused and stays to be corrected. */
static gboolean
commit (CvnFeeGridView *self)
{
  CvnCountCell    *cell = cvn_fee_grid_view_current (self);
  g_autofree char *typed = cell != NULL ? g_strdup (cvn_count_cell_get_typed (cell)) : NULL;
  g_autoptr (GError) error = NULL;

  if (typed == NULL)
    return TRUE;
  if (!cvn_fee_entry_set_text (self->entry, self->row, self->column, typed, &error))
    {
      cvn_count_cell_set_wrong (cell, TRUE);
      gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, error->message, -1);
      cvn_fee_grid_view_tell (self, error->message, TRUE);
      return FALSE;
    }
  cvn_count_cell_end (cell);
  gtk_accessible_reset_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  cvn_fee_grid_view_tell (self, "", FALSE);
  return TRUE;
}

static void
cancel (CvnFeeGridView *self)
{
  cvn_count_cell_end (cvn_fee_grid_view_current (self));
  cvn_fee_grid_view_tell (self, "", FALSE);
}

static void
begin (CvnFeeGridView *self,
       const char     *text)
{
  if (cvn_fee_sheet_is_editable (self->sheet))
    cvn_count_cell_begin (cvn_fee_grid_view_current (self), text);
  else
    cvn_fee_grid_view_tell (self, _("Choose one group, and registrations or paid registrations, to fill in numbers."), FALSE);
}

static void
move_to (CvnFeeGridView *self,
         int             row,
         int             column,
         gboolean        select)
{
  int n_rows = (int) (self->cells->len / CVN_FEE_N_MONTHS);

  if (!commit (self) || n_rows == 0)
    return;
  self->row = (guint) CLAMP (row, 0, n_rows - 1);
  self->column = (guint) CLAMP (column, 0, CVN_FEE_N_MONTHS - 1);
  if (!select)
    {
      self->other_row = self->row;
      self->other_column = self->column;
    }
  cvn_fee_grid_view_show_selection (self);
  gtk_widget_grab_focus (GTK_WIDGET (cvn_fee_grid_view_current (self)));
}

/* Accepts and goes on in the row, and from its end to the next one. */
static void
move_on (CvnFeeGridView *self,
         int             by)
{
  int place = (int) (self->row * CVN_FEE_N_MONTHS + self->column) + by;

  place = CLAMP (place, 0, (int) self->cells->len - 1);
  move_to (self, place / CVN_FEE_N_MONTHS, place % CVN_FEE_N_MONTHS, FALSE);
}

static void
empty (CvnFeeGridView *self)
{
  g_autoptr (GError) error = NULL;

  if (!cvn_fee_sheet_is_editable (self->sheet))
    begin (self, NULL);
  else if (!cvn_fee_entry_set_text (self->entry, self->row, self->column, "", &error))
    cvn_fee_grid_view_tell (self, error->message, TRUE);
}

/* Whole numbers without marks, as spreadsheets take them. */
static void
copy (CvnFeeGridView *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint right = MAX (self->column, self->other_column);

  for (guint row = MIN (self->row, self->other_row); row <= MAX (self->row, self->other_row); row++)
    for (guint column = MIN (self->column, self->other_column); column <= right; column++)
      {
        gint64 value;

        if (cvn_fee_sheet_get (self->sheet, row, column, &value) && cvn_fee_sheet_get_measure (self->sheet) == CVN_FEE_MEASURE_REVENUE)
          g_string_append_printf (text, "%" G_GINT64_FORMAT ".%02d", value / 100, (int) (value % 100));
        else if (cvn_fee_sheet_get (self->sheet, row, column, &value))
          g_string_append_printf (text, "%" G_GINT64_FORMAT, value);
        g_string_append_c (text, column < right ? '\t' : '\n');
      }
  g_string_truncate (text, text->len - 1);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text->str);
}

/** cvn_fee_grid_view_paste: puts a block of a spreadsheet into the grid, with its first cell where the focus is. */
void
cvn_fee_grid_view_paste (CvnFeeGridView *self,
                         const char     *text)
{
  g_autofree char *report = NULL;
  g_autoptr (GError) error = NULL;

  if (!cvn_fee_sheet_is_editable (self->sheet))
    begin (self, NULL);
  else if (cvn_fee_entry_paste (self->entry, MIN (self->row, self->other_row), MIN (self->column, self->other_column), text, &report, &error))
    cvn_fee_grid_view_tell (self, report, FALSE);
  else
    cvn_fee_grid_view_tell (self, error->message, TRUE);
}

static void
pasted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (CvnFeeGridView) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);

  if (self->sheet == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  cvn_fee_grid_view_paste (self, text != NULL ? text : "");
}

static gboolean
press_control (CvnFeeGridView *self,
               guint           key)
{
  switch (key)
    {
    case GDK_KEY_c:
      copy (self);
      return TRUE;
    case GDK_KEY_v:
      gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->cancellable, pasted_cb, g_object_ref (self));
      return TRUE;
    case GDK_KEY_a:
      move_to (self, 0, 0, FALSE);
      move_to (self, G_MAXINT, G_MAXINT, TRUE);
      return TRUE;
    default:
      return FALSE;
    }
}

/* Where to go: arrows, Home and End of the row. */
static gboolean
press_move (CvnFeeGridView *self,
            guint           key,
            gboolean        select)
{
  int row = (int) self->row;
  int column = (int) self->column;

  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      row--;
      break;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      row++;
      break;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      column--;
      break;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      column++;
      break;
    case GDK_KEY_Home:
      column = 0;
      break;
    case GDK_KEY_End:
      column = CVN_FEE_N_MONTHS - 1;
      break;
    default:
      return FALSE;
    }
  move_to (self, row, column, select);
  return TRUE;
}

static gboolean
press_editing (CvnFeeGridView *self,
               guint           key)
{
  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_Down:
      move_to (self, (int) self->row + 1, (int) self->column, FALSE);
      return TRUE;
    case GDK_KEY_Up:
      move_to (self, (int) self->row - 1, (int) self->column, FALSE);
      return TRUE;
    case GDK_KEY_Tab:
      move_on (self, 1);
      return TRUE;
    case GDK_KEY_ISO_Left_Tab:
      move_on (self, -1);
      return TRUE;
    case GDK_KEY_Escape:
      cancel (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
press_cell (CvnFeeGridView *self,
            guint           key)
{
  gunichar         c = gdk_keyval_to_unicode (key);
  g_autofree char *text = NULL;

  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_F2:
      begin (self, NULL);
      return TRUE;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
      empty (self);
      return TRUE;
    default:
      break;
    }
  if (!g_unichar_isgraph (c))
    return FALSE;
  text = g_ucs4_to_utf8 (&c, 1, NULL, NULL, NULL);
  begin (self, text);
  return TRUE;
}

static gboolean
pressed_cb (CvnFeeGridView *self,
            guint           key,
            guint           keycode,
            GdkModifierType state)
{
  CvnCountCell *cell = cvn_fee_grid_view_current (self);

  if (cell == NULL || (state & GDK_ALT_MASK) != 0)
    return FALSE;
  if (cvn_count_cell_is_editing (cell))
    return (state & GDK_CONTROL_MASK) == 0 && press_editing (self, key);
  if ((state & GDK_CONTROL_MASK) != 0)
    return press_control (self, gdk_keyval_to_lower (key));
  return press_move (self, key, (state & GDK_SHIFT_MASK) != 0) || press_cell (self, key);
}

static CvnCountCell *
find_cell (CvnFeeGridView *self,
           double          x,
           double          y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  return picked != NULL ? (CvnCountCell *) gtk_widget_get_ancestor (picked, CVN_TYPE_COUNT_CELL) : NULL;
}

static void
clicked_cb (CvnFeeGridView *self,
            int             n_press,
            double          x,
            double          y,
            GtkGesture     *gesture)
{
  CvnCountCell   *cell = find_cell (self, x, y);
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (cell == NULL || cvn_count_cell_is_editing (cell))
    return;
  move_to (self, (int) cvn_count_cell_get_row (cell), (int) cvn_count_cell_get_column (cell), (state & GDK_SHIFT_MASK) != 0);
  if (n_press == 2)
    begin (self, NULL);
}

/* What was typed is taken when the focus goes elsewhere; what is wrong stays in its cell. */
static void
left_cb (CvnFeeGridView *self)
{
  if (self->sheet != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    commit (self);
}

/* Lets the grid be used; the controllers belong to it. */
void
cvn_fee_grid_view_add_keys (CvnFeeGridView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture         *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect_object (click, "pressed", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
