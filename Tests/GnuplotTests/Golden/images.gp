# images: Images side by side
#
# Draw it again:   gnuplot images.gp
# As PNG or PDF:   gnuplot -e "format='png'" images.gp

if (!exists('format')) format = 'svg'
if (!exists('output')) output = 'images.' . format
if (format eq 'svg') set terminal svg size 1000,800 font 'Helvetica,15' background 'white'
if (format eq 'png') set terminal pngcairo size 2000,1600 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (format eq 'pdf') set terminal pdfcairo size 10.42in,8.33in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
set output output
set encoding utf8
set minussign
set multiplot

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.1
set rmargin at screen 0.4
set bmargin at screen 0.6
set tmargin at screen 0.9
set border 15 linecolor '#404040'
set title 'Cells' offset 0,-0.3
set xrange [-0.5:2.5]
set xtics out scale 0 nomirror rotate by 90 right ('Rose' 0, 'Oak' 1, 'Pine' 2)
set yrange [1.5:-0.5]
set ytics out scale 0 nomirror ('first' 0, 'second' 1)
unset key
set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
set cbrange [-3:3]
set colorbox user origin screen 0.42,0.6 size screen 0.015,0.3
set cblabel 'dot product' offset 0.5,0
set cbtics out nomirror
plot 'matrix.tsv' skip 1 matrix using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror linecolor palette fillstyle solid noborder notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.6
set rmargin at screen 0.9
set bmargin at screen 0.6
set tmargin at screen 0.9
set border 15 linecolor '#404040'
unset xtics
set ytics out nomirror
set format y ''
unset key
set palette defined (0 '#440154', 1 '#472d7b', 2 '#3b528b', 3 '#2c728e', 4 '#21918c', 5 '#28ae80', 6 '#5ec962', 7 '#addc30', 8 '#fde725')
set cbrange [0:16]
unset colorbox
plot 'large.tsv' skip 1 matrix using 1:2:3 with image notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.1
set rmargin at screen 0.4
set bmargin at screen 0.1
set tmargin at screen 0.4
set border 15 linecolor '#404040'
set xrange [-0.5:9.5]
set xtics out nomirror
set yrange [1.5:-0.5]
set ytics out scale 0 nomirror ('a' 0, 'b' 1)
unset key
set palette maxcolors 2 defined (0 '#e9edf2', 1 '#0072b2')
set cbrange [-1:1]
set colorbox user origin screen 0.42,0.1 size screen 0.015,0.3
set cbtics out scale 0 nomirror ('no' -0.5, '100 %%' 0.5)
plot 'runs.tsv' using (0.5*(column('from')+column('to'))):'row':'from':'to':(column('row')-0.5):(column('row')+0.5):'value' with boxxyerror linecolor palette fillstyle solid noborder notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.6
set rmargin at screen 0.9
set bmargin at screen 0.1
set tmargin at screen 0.4
set border 3 linecolor '#404040'
set xrange [-1:2]
set xtics out nomirror
set yrange [0:3]
set ytics out nomirror
set key top right samplen 2 spacing 1.15
plot 'edges.tsv' using 'x1':'y1':(column('x2')-column('x1')):(column('y2')-column('y1')) with vectors nohead linecolor rgb '#000000' linewidth 2 dashtype 1 notitle, \
     'nodes.tsv' using 'x':'y' with points pointtype 7 linecolor rgb '#0072b2' notitle

unset multiplot
