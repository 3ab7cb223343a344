/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-card-page"

#include "cvn-card-page.h"

#include "cvn-card-editor.h"
#include "cvn-operation-dialog.h"
#include "cvn-register-page.h"

#include <glib/gi18n-lib.h>

struct _CvnCardPage
{
  CvnPage parent_instance;

  CvnCardBook  *book;
  AdwViewStack *stack;
  GtkWidget    *editor;
  CvnPage      *registers; /* made when they are first needed, NULL before */
  AdwBin       *registers_bin;
  gboolean      came_from_card;
};

G_DEFINE_FINAL_TYPE (CvnCardPage, cvn_card_page, CVN_TYPE_PAGE)

#define CARD      "card"
#define REGISTERS "registers"

static gboolean
is_on_registers (CvnCardPage *self)
{
  return g_strcmp0 (adw_view_stack_get_visible_child_name (self->stack), REGISTERS) == 0;
}

/* What the window offers for the lists it offers only while they are shown. */
static void
update (CvnCardPage *self)
{
  CvnPage *page = CVN_PAGE (self);
  gboolean lists = is_on_registers (self) && self->registers != NULL;
  gboolean can_go_back = FALSE;
  gboolean can_export = FALSE;
  gboolean can_add = FALSE;

  if (lists)
    g_object_get (self->registers, "can-go-back", &can_go_back, "can-export", &can_export, "can-add", &can_add, NULL);
  cvn_page_set_can_go_back (page, lists && (can_go_back || self->came_from_card));
  cvn_page_set_can_add (page, lists ? can_add : cvn_operation_dialog_is_allowed (cvn_page_get_centre (page)));
  cvn_page_set_can_export (page, lists && can_export);
  cvn_page_set_title (page, lists ? cvn_page_get_title (self->registers) : NULL);
}

/* A card does not wait for lists that nobody opens. */
static CvnPage *
need_registers (CvnCardPage *self)
{
  static const char *const watched[] = { "notify::title", "notify::can-go-back", "notify::can-export", "notify::can-add" };

  if (self->registers != NULL)
    return self->registers;
  self->registers = g_object_new (CVN_TYPE_REGISTER_PAGE, "centre", cvn_page_get_centre (CVN_PAGE (self)), "area", CVN_AREA_CARD, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    g_signal_connect_object (self->registers, watched[i], G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->registers_bin, GTK_WIDGET (self->registers));
  return self->registers;
}

static void
tab_changed_cb (CvnCardPage *self)
{
  if (is_on_registers (self))
    {
      cvn_card_editor_save (CVN_CARD_EDITOR (self->editor));
      cvn_page_activate (need_registers (self));
    }
  else
    self->came_from_card = FALSE;
  update (self);
}

static void
show_registers (CvnCardPage *self)
{
  if (is_on_registers (self))
    return;
  adw_view_stack_set_visible_child_name (self->stack, REGISTERS);
  self->came_from_card = TRUE;
  update (self);
}

static gboolean
cvn_card_page_open_record (CvnPage    *page,
                           const char *kind,
                           const char *id)
{
  CvnCardPage *self = CVN_CARD_PAGE (page);

  if (g_strcmp0 (kind, "project_card") == 0)
    {
      adw_view_stack_set_visible_child_name (self->stack, CARD);
      cvn_card_book_select (self->book, id);
      return TRUE;
    }
  if (!cvn_page_open_record (need_registers (self), kind, id))
    return FALSE;
  show_registers (self);
  return TRUE;
}

static gboolean
cvn_card_page_open_list (CvnPage        *page,
                         const CvnQuery *query,
                         const char     *title)
{
  CvnCardPage *self = CVN_CARD_PAGE (page);

  if (!cvn_page_open_list (need_registers (self), query, title))
    return FALSE;
  show_registers (self);
  return TRUE;
}

static void
cvn_card_page_add (CvnPage *page)
{
  CvnCardPage *self = CVN_CARD_PAGE (page);

  if (is_on_registers (self))
    cvn_page_add (need_registers (self));
  else
    gtk_widget_activate_action (self->editor, "card.new", NULL);
}

static void
cvn_card_page_export (CvnPage *page)
{
  cvn_page_export (need_registers (CVN_CARD_PAGE (page)));
}

static void
cvn_card_page_go_back (CvnPage *page)
{
  CvnCardPage *self = CVN_CARD_PAGE (page);
  gboolean     to_card = self->came_from_card;

  cvn_page_go_back (need_registers (self));
  if (to_card)
    adw_view_stack_set_visible_child_name (self->stack, CARD);
}

static void
loaded_cb (CvnCardPage *self)
{
  if (cvn_card_book_is_loaded (self->book))
    cvn_page_set_ready (CVN_PAGE (self), TRUE);
}

static void
cvn_card_page_activate (CvnPage *page)
{
  loaded_cb (CVN_CARD_PAGE (page));
}

static GtkWidget *
make_tabs (CvnCardPage *self)
{
  GtkWidget *switcher = adw_view_switcher_new ();

  adw_view_switcher_set_stack (ADW_VIEW_SWITCHER (switcher), self->stack);
  adw_view_switcher_set_policy (ADW_VIEW_SWITCHER (switcher), ADW_VIEW_SWITCHER_POLICY_WIDE);
  gtk_widget_set_halign (switcher, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (switcher, "cvn-tabs");
  return switcher;
}

static void
add_registers (CvnCardPage *self)
{
  AdwViewStackPage *place;

  self->registers_bin = ADW_BIN (adw_bin_new ());
  place = adw_view_stack_add_titled (self->stack, GTK_WIDGET (self->registers_bin), REGISTERS, _("Registers"));
  adw_view_stack_page_set_icon_name (place, "cvn-registers-symbolic");
}

static void
cvn_card_page_constructed (GObject *object)
{
  CvnCardPage *self = CVN_CARD_PAGE (object);
  GtkWidget   *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  G_OBJECT_CLASS (cvn_card_page_parent_class)->constructed (object);
  self->book = cvn_card_book_new (cvn_page_get_centre (CVN_PAGE (self)));
  self->stack = ADW_VIEW_STACK (adw_view_stack_new ());
  adw_view_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  self->editor = cvn_card_editor_new (self->book);
  adw_view_stack_page_set_icon_name (adw_view_stack_add_titled (self->stack, self->editor, CARD, _("Card")), "cvn-card-symbolic");
  add_registers (self);
  gtk_box_append (GTK_BOX (box), make_tabs (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (tab_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->book, "changed", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cvn_page_get_centre (CVN_PAGE (self)), "notify::read-only", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
cvn_card_page_dispose (GObject *object)
{
  g_clear_object (&CVN_CARD_PAGE (object)->book);
  G_OBJECT_CLASS (cvn_card_page_parent_class)->dispose (object);
}

static void
cvn_card_page_class_init (CvnCardPageClass *klass)
{
  CvnPageClass *page_class = CVN_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = cvn_card_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = cvn_card_page_dispose;
  page_class->activate = cvn_card_page_activate;
  page_class->add = cvn_card_page_add;
  page_class->export = cvn_card_page_export;
  page_class->go_back = cvn_card_page_go_back;
  page_class->open_record = cvn_card_page_open_record;
  page_class->open_list = cvn_card_page_open_list;
}

static void
cvn_card_page_init (CvnCardPage *self)
{
}

/** cvn_card_page_get_book: (transfer none): the cards that the page shows. */
CvnCardBook *
cvn_card_page_get_book (CvnCardPage *self)
{
  return self->book;
}

/** cvn_card_page_get_editor: (transfer none): where the card is written. */
GtkWidget *
cvn_card_page_get_editor (CvnCardPage *self)
{
  return self->editor;
}

/** cvn_card_page_show_tab: shows the tab called @name: card or registers. */
void
cvn_card_page_show_tab (CvnCardPage *self,
                        const char  *name)
{
  adw_view_stack_set_visible_child_name (self->stack, name);
}
