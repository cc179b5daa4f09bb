# similarities-before-after: Similarities (dot products) of hidden layer 1 of new-item at the end of each phase
#
# Draw it again:   gnuplot similarities-before-after.gp
# As PNG or PDF:   gnuplot -e "format='png'" similarities-before-after.gp
# For a paper:     gnuplot -e "format='pdf'; medium='paper'" similarities-before-after.gp     (or 'slides')

if (!exists('format')) format = 'svg'
if (!exists('medium')) medium = 'web'
if (!exists('output')) output = 'similarities-before-after.' . format
if (medium eq 'web' && format eq 'svg') set terminal svg size 1100,470 font 'Helvetica,15' background 'white'
if (medium eq 'web' && format eq 'png') set terminal pngcairo size 2200,940 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (medium eq 'web' && format eq 'pdf') set terminal pdfcairo size 11.46in,4.9in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
if (medium eq 'slides' && format eq 'svg') set terminal svg size 1280,720 font 'Helvetica,24' linewidth 1.75 background 'white'
if (medium eq 'slides' && format eq 'png') set terminal pngcairo size 1920,1080 font 'Helvetica,18' fontscale 1.5 linewidth 2.625 pointscale 2.625 background 'white'
if (medium eq 'slides' && format eq 'pdf') set terminal pdfcairo size 13.33in,7.5in font 'Helvetica,18' fontscale 1 linewidth 3.5 background 'white'
if (medium eq 'paper' && format eq 'svg') set terminal svg size 326,428 font 'Helvetica,10.67' linewidth 0.75 background 'white'
if (medium eq 'paper' && format eq 'png') set terminal pngcairo size 1304,1712 font 'Helvetica,8' fontscale 4 linewidth 3 pointscale 3 background 'white'
if (medium eq 'paper' && format eq 'pdf') set terminal pdfcairo size 3.4in,4.46in font 'Helvetica,8' fontscale 1 linewidth 1.5 background 'white'
set output output
set encoding utf8
set minussign
set multiplot

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.10909
if (medium eq 'web') set rmargin at screen 0.35455
if (medium eq 'web') set bmargin at screen 0.29787
if (medium eq 'web') set tmargin at screen 0.87234
if (medium eq 'slides') set lmargin at screen 0.10316
if (medium eq 'slides') set rmargin at screen 0.30941
if (medium eq 'slides') set bmargin at screen 0.54333
if (medium eq 'slides') set tmargin at screen 0.91
if (medium eq 'paper') set lmargin at screen 0.18001
if (medium eq 'paper') set rmargin at screen 0.53993
if (medium eq 'paper') set bmargin at screen 0.65857
if (medium eq 'paper') set tmargin at screen 0.93271
set border 15 linecolor '#404040'
set title 'End of phase 1: without Oak' offset 0,-0.3
if (medium eq 'web') set label 3 'dot product' at screen 0.42389,0.58511 center rotate by 90
if (medium eq 'web') set label 30 '{/*0.88 '.'new-item · η = 100 · γ = 0.001 · seed 2021'.'}' at screen 0.00682,0.02783 left textcolor '#707070'
if (medium eq 'slides') set label 3 'dot product' at screen 0.40475,0.72667 center rotate by 90
if (medium eq 'slides') set label 30 '{/*0.88 '.'new-item · η = 100 · γ = 0.001 · seed 2021'.'}' at screen 0.00938,0.02907 left textcolor '#707070'
if (medium eq 'paper') set label 3 'dot product' at screen 0.70632,0.79564 center rotate by 90
if (medium eq 'paper') set label 30 '{/*0.88 '.'new-item · η = 100 · γ = 0.001 · seed 2021'.'}' at screen 0.01636,0.02173 left textcolor '#707070'
set xrange [-0.5:7.5]
set xtics out scale 0 nomirror rotate by 90 right ('Goldfish' 0, 'Tuna' 1, 'Robin' 2, 'Canary' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
set yrange [7.5:-0.5]
set ytics out scale 0 nomirror ('Goldfish' 0, 'Tuna' 1, 'Robin' 2, 'Canary' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
unset key
if (medium eq 'web') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'web') set cbrange [-98.5:98.5]
if (medium eq 'web') set colorbox user origin screen 0.36409,0.29787 size screen 0.01227,0.57447
if (medium eq 'web') set cbtics out scale 0 nomirror ('−98' -98.5, '0' 0, '98' 98.5)
if (medium eq 'slides') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'slides') set cbrange [-98.5:98.5]
if (medium eq 'slides') set colorbox user origin screen 0.32253,0.54333 size screen 0.01688,0.36667
if (medium eq 'slides') set cbtics out scale 0 nomirror ('−98' -98.5, '0' 0, '98' 98.5)
if (medium eq 'paper') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'paper') set cbrange [-98.5:98.5]
if (medium eq 'paper') set colorbox user origin screen 0.56283,0.65857 size screen 0.02945,0.27414
if (medium eq 'paper') set cbtics out scale 0 nomirror ('−98' -98.5, '0' 0, '98' 98.5)
plot 'similarities-phase-1.tsv' skip 1 matrix using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror linecolor palette fillstyle solid noborder notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.58182
if (medium eq 'web') set rmargin at screen 0.82727
if (medium eq 'web') set bmargin at screen 0.29787
if (medium eq 'web') set tmargin at screen 0.87234
if (medium eq 'slides') set lmargin at screen 0.60316
if (medium eq 'slides') set rmargin at screen 0.80941
if (medium eq 'slides') set bmargin at screen 0.54333
if (medium eq 'slides') set tmargin at screen 0.91
if (medium eq 'paper') set lmargin at screen 0.18001
if (medium eq 'paper') set rmargin at screen 0.53993
if (medium eq 'paper') set bmargin at screen 0.18002
if (medium eq 'paper') set tmargin at screen 0.45417
set border 15 linecolor '#404040'
set title 'End of phase 2: Oak alone' offset 0,-0.3
if (medium eq 'web') set label 3 'dot product' at screen 0.89662,0.58511 center rotate by 90
if (medium eq 'slides') set label 3 'dot product' at screen 0.90475,0.72667 center rotate by 90
if (medium eq 'paper') set label 3 'dot product' at screen 0.70632,0.31709 center rotate by 90
set xrange [-0.5:7.5]
set xtics out scale 0 nomirror rotate by 90 right ('Goldfish' 0, 'Tuna' 1, 'Robin' 2, 'Canary' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
set yrange [7.5:-0.5]
set ytics out scale 0 nomirror ('Goldfish' 0, 'Tuna' 1, 'Robin' 2, 'Canary' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
unset key
if (medium eq 'web') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'web') set cbrange [-98.5:98.5]
if (medium eq 'web') set colorbox user origin screen 0.83682,0.29787 size screen 0.01227,0.57447
if (medium eq 'web') set cbtics out scale 0 nomirror ('−98' -98.5, '0' 0, '98' 98.5)
if (medium eq 'slides') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'slides') set cbrange [-98.5:98.5]
if (medium eq 'slides') set colorbox user origin screen 0.82253,0.54333 size screen 0.01688,0.36667
if (medium eq 'slides') set cbtics out scale 0 nomirror ('−98' -98.5, '0' 0, '98' 98.5)
if (medium eq 'paper') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'paper') set cbrange [-98.5:98.5]
if (medium eq 'paper') set colorbox user origin screen 0.56283,0.18002 size screen 0.02945,0.27414
if (medium eq 'paper') set cbtics out scale 0 nomirror ('−98' -98.5, '0' 0, '98' 98.5)
plot 'similarities-phase-2.tsv' skip 1 matrix using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror linecolor palette fillstyle solid noborder notitle

unset multiplot
